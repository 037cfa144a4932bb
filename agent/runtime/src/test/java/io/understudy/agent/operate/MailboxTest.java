package io.understudy.agent.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests by files, also hostile ones. */
class MailboxTest {
  private static final long PID = 4711;

  @TempDir Path temporary;
  private Path path = java.nio.file.Paths.get("");
  private int uid;
  private MailboxDirectory directory = MailboxDirectory.of(path, -1);
  private final List<Map<String, String>> received = new ArrayList<>();
  private Mailbox mailbox = new Mailbox(null, PID, words -> "");

  @BeforeEach
  void create() {
    Integer known = MailboxDirectory.uid();
    assumeTrue(known != null, "no user number");
    uid = known == null ? -1 : known;
    path = temporary.resolve("understudy-" + uid);
    directory = MailboxDirectory.of(path, uid);
    mailbox =
        new Mailbox(
            directory,
            PID,
            words -> {
              received.add(words);
              return CommandReply.done("fine: \u00e4");
            });
  }

  private void open() {
    mailbox.open(Collections.singletonMap("application", "billing"));
  }

  private @Nullable String send(long claimMillis) throws Exception {
    return new MailboxClient(directory, claimMillis)
        .send(Long.toString(PID), Collections.singletonMap("command", "status"));
  }

  @Test
  void requestIsAnswered() throws Exception {
    open();
    CompletableFuture<@Nullable String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return send(30_000);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (received.isEmpty()) {
      mailbox.answerRequests();
    }
    assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("done\nfine: \u00e4");
    assertThat(received).containsExactly(Collections.singletonMap("command", "status"));
    assertThat(names()).containsExactly("4711.agent");
  }

  private List<String> names() throws Exception {
    List<String> names = new ArrayList<>();
    try (java.util.stream.Stream<Path> files = Files.list(path)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    return names;
  }

  @Test
  void requestThatNoAgentClaimsIsWithdrawn() throws Exception {
    open();
    assertThat(send(50)).isNull();
    assertThat(names()).containsExactly("4711.agent");
    mailbox.answerRequests();
    assertThat(received).isEmpty();
  }

  @Test
  void agentsAreListedWhileTheyAreAttached() throws Exception {
    open();
    MailboxClient client = new MailboxClient(directory, 50);
    assertThat(client.agents())
        .isEqualTo(
            Collections.singletonMap("4711", Collections.singletonMap("application", "billing")));
    // As a killed JVM leaves it: not locked.
    Path left = path.resolve("17.agent");
    Files.copy(path.resolve("4711.agent"), left);
    assertThat(client.agents()).containsOnlyKeys("4711");
    assertThat(left).doesNotExist();
    mailbox.close();
    assertThat(client.agents()).isEmpty();
    assertThat(send(50)).isNull();
    mailbox.open(Collections.emptyMap());
    assertThat(client.agents()).as("closed for ever").isEmpty();
  }

  @Test
  void registrationThatWasRemovedComesBack() throws Exception {
    open();
    Files.delete(path.resolve("4711.agent"));
    open();
    assertThat(new MailboxClient(directory, 50).agents()).containsOnlyKeys("4711");
    Files.delete(path.resolve("4711.agent"));
    Files.delete(path);
    open();
    assertThat(new MailboxClient(directory, 50).agents()).containsOnlyKeys("4711");
  }

  @Test
  void requestToAnEarlierJvmIsRemoved() throws Exception {
    directory.create();
    directory.write(path.resolve("4711.a.request"), "command=detach");
    directory.write(path.resolve("47.a.request"), "command=detach");
    directory.write(path.resolve("4711.agent"), "application=earlier");
    open();
    mailbox.answerRequests();
    assertThat(received).isEmpty();
    assertThat(names()).containsExactlyInAnyOrder("4711.agent", "47.a.request");
  }

  @Test
  void requestAfterADetachmentIsNotTaken() throws Exception {
    List<Mailbox> opened = new ArrayList<>();
    Mailbox detaching =
        new Mailbox(
            directory,
            PID,
            words -> {
              received.add(words);
              opened.get(0).close();
              return CommandReply.done("detached");
            });
    opened.add(detaching);
    detaching.open(Collections.emptyMap());
    directory.write(path.resolve("4711.a.request"), "command=detach");
    directory.write(path.resolve("4711.b.request"), "command=detach");
    detaching.answerRequests();
    assertThat(received).hasSize(1);
  }

  @Test
  void directoryIsPrivate() throws Exception {
    open();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(path.resolve("4711.agent"))))
        .isEqualTo("rw-------");
  }

  @Test
  void directoryOfOthersIsNotUsed() throws Exception {
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    open();
    assertThat(names()).isEmpty();
    assertThat(new MailboxClient(directory, 50).agents()).isEmpty();

    MailboxDirectory foreign = MailboxDirectory.of(temporary.resolve("b"), uid + 1);
    new Mailbox(foreign, PID, words -> "").open(Collections.emptyMap());
    assertThat(temporary.resolve("b")).isEmptyDirectory();
  }

  @Test
  void linkInPlaceOfTheDirectoryIsNotUsed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(path, elsewhere);
    open();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void hostileRequestsAreNotRead() throws Exception {
    open();
    Path secret = temporary.resolve("secret");
    Files.write(secret, "command=detach".getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(path.resolve("4711.a.request"), secret);
    Path open = Files.write(path.resolve("4711.b.request"), "command=detach".getBytes("UTF-8"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
    Path large = Files.write(path.resolve("4711.c.request"), new byte[(1 << 20) + 1]);
    Files.setPosixFilePermissions(large, PosixFilePermissions.fromString("rw-------"));
    Files.createDirectory(path.resolve("4711.d.request"));
    mailbox.answerRequests();
    assertThat(received).isEmpty();
    assertThat(secret).hasContent("command=detach");

    Path malformed = Files.write(path.resolve("4711.e.request"), "a=\\u00".getBytes("UTF-8"));
    Files.setPosixFilePermissions(malformed, PosixFilePermissions.fromString("rw-------"));
    mailbox.answerRequests();
    assertThat(received).isEmpty();
    assertThat(path.resolve("4711.e.answer")).content().startsWith("refused\n");
  }
}

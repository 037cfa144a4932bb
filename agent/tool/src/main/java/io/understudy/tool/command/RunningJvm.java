package io.understudy.tool.command;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JVM on this machine that receives requests. A request loads the agent's jar into the JVM with
 * an argument; the JVM writes its answer to a file. See {@code io.understudy.Requests}.
 */
final class RunningJvm {
  private final String pid;

  /** Names the JVM by its process id. */
  RunningJvm(String pid) {
    this.pid = pid;
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param words {@code command} first, then its parameters; {@code jar} and {@code answer} are
   *     added
   * @return the answer, whose first line is {@code done} or {@code refused}
   * @throws UnreachableJvmException if the JVM cannot be reached or gives no answer
   */
  String send(Map<String, String> words) throws UnreachableJvmException {
    AttachFailures.check(pid);
    AttachApi api = AttachApi.find();
    String jar = ownJar();
    Path file = answerFile();
    try {
      Exception failure = load(api, jar, argument(words, jar, file));
      String answer = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      // Read before the failure: the API of Java 8 reports one even if a newer JVM has succeeded.
      if (!answer.isEmpty()) {
        return answer;
      }
      throw new UnreachableJvmException(
          failure != null
              ? AttachFailures.message(pid, failure)
              : "the JVM "
                  + pid
                  + " received the request and wrote no answer to "
                  + file
                  + "; its standard error may show the reason. Its user must be able to write"
                  + " there");
    } catch (IOException e) {
      throw new UnreachableJvmException("the answer cannot be read from " + file + ": " + e);
    } finally {
      delete(file);
    }
  }

  private @Nullable Exception load(AttachApi api, String jar, String argument) {
    try {
      api.load(pid, jar, argument);
      return null;
    } catch (Exception failure) {
      return failure;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      file.toFile().deleteOnExit();
    }
  }

  /**
   * Creates a file that only its owner can access. If root runs the command, the owner becomes the
   * user of the JVM.
   */
  private Path answerFile() throws UnreachableJvmException {
    try {
      Path file = Files.createTempFile("understudy-", ".answer");
      Path process = Paths.get("/proc", pid);
      if (Files.isDirectory(process) && !Files.getOwner(process).equals(Files.getOwner(file))) {
        Files.setOwner(file, Files.getOwner(process));
      }
      return file.toAbsolutePath();
    } catch (IOException | RuntimeException e) {
      throw new UnreachableJvmException("no file can be created for the answer: " + e);
    }
  }

  private static String argument(Map<String, String> words, String jar, Path file) {
    StringBuilder argument = new StringBuilder();
    words.forEach((word, value) -> append(argument, word, value));
    append(argument, "jar", jar);
    append(argument, "answer", file.toString());
    return argument.toString();
  }

  private static void append(StringBuilder argument, String word, String value) {
    argument.append(argument.length() == 0 ? "" : ";").append(word).append('=');
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = b > ' ' && b < 127 && b != ';' && b != '=' && b != '%';
      argument.append(isPlain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
  }

  private static String ownJar() throws UnreachableJvmException {
    CodeSource source = RunningJvm.class.getProtectionDomain().getCodeSource();
    try {
      File jar = source == null ? null : new File(source.getLocation().toURI());
      if (jar != null && jar.isFile()) {
        return jar.getAbsolutePath();
      }
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      throw new UnreachableJvmException("the agent's jar is not a file: " + source.getLocation());
    }
    throw new UnreachableJvmException("this command must be run from understudy-agent.jar");
  }
}

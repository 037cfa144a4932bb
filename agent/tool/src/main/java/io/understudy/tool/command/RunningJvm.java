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
 * A JVM on this machine that is asked something: by loading the agent's jar into it with an
 * argument, and by a file that takes the answer. See {@code io.understudy.Requests}.
 */
final class RunningJvm {
  private final String pid;

  /** The JVM with this process id. */
  RunningJvm(String pid) {
    this.pid = pid;
  }

  /**
   * Asks.
   *
   * @param words {@code command} first, then what it needs; {@code jar} and {@code answer} are
   *     added
   * @return the answer, whose first line is {@code done} or {@code refused}
   */
  String ask(Map<String, String> words) throws UnreachableJvmException {
    AttachFailures.check(pid);
    AttachApi api = AttachApi.find();
    String jar = ownJar();
    Path file = answerFile();
    try {
      Exception failure = load(api, jar, argument(words, jar, file));
      String answer = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      // Looked at first: the API of Java 8 reports a failure when a newer JVM has succeeded.
      if (!answer.isEmpty()) {
        return answer;
      }
      throw new UnreachableJvmException(
          failure != null
              ? AttachFailures.said(pid, failure)
              : "the JVM "
                  + pid
                  + " has taken the request and not answered to "
                  + file
                  + "; its standard error may say why. Can its user write there?");
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

  /** A new file, for its owner alone; the owner is the JVM's, where root asks for another. */
  private Path answerFile() throws UnreachableJvmException {
    try {
      Path file = Files.createTempFile("understudy-", ".answer");
      Path process = Paths.get("/proc", pid);
      if (Files.isDirectory(process) && !Files.getOwner(process).equals(Files.getOwner(file))) {
        Files.setOwner(file, Files.getOwner(process));
      }
      return file.toAbsolutePath();
    } catch (IOException | RuntimeException e) {
      throw new UnreachableJvmException("no file can be made for the answer: " + e);
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
      throw new UnreachableJvmException("the agent's jar is no file: " + source.getLocation());
    }
    throw new UnreachableJvmException("this command must be run from understudy-agent.jar");
  }
}

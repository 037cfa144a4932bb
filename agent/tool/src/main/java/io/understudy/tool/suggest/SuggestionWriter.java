package io.understudy.tool.suggest;

import io.understudy.agent.counting.CallCounts;
import io.understudy.agent.service.PackageNames;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Proposes a configuration from class files, and prints it or writes it to a new file. */
public final class SuggestionWriter {
  private final PrintStream out;
  private final PrintStream err;

  /**
   * A command that prints.
   *
   * @param out takes the configuration
   * @param err takes what there is to say beside it
   */
  public SuggestionWriter(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Proposes what looks like a service.
   *
   * @param classPath where the application's classes are
   * @param output the file that is written, which must not be there; null for standard output
   * @return whether there was something to propose, and it was written
   */
  public boolean run(String classPath, SuggestOptions wishes, @Nullable String output) {
    return run(classPath, wishes, null, output);
  }

  /**
   * Proposes what was called.
   *
   * @param figures what was counted in another JVM
   * @param classPath where its classes are, besides where it says itself; null for nowhere else
   * @param output as above
   * @return as above
   */
  public boolean run(
      CallCounts figures,
      @Nullable String classPath,
      SuggestOptions wishes,
      @Nullable String output) {
    String places = ClassLocations.classPath(figures.places());
    String path = classPath == null ? places : classPath + File.pathSeparator + places;
    return run(path, wishes, figures, output);
  }

  private static String nothing(SuggestOptions wishes) {
    String nothing = "there is no class below " + wishes.scope().packages() + " on the class path";
    PackageNames candidates = wishes.scope().candidates();
    return candidates == null
        ? nothing
        : nothing + " that is not below " + candidates + ", where --candidates are";
  }

  private boolean run(
      String classPath,
      SuggestOptions wishes,
      @Nullable CallCounts figures,
      @Nullable String output) {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classPath))) {
      Suggestion suggestion = Suggestion.of(files, wishes, figures);
      files.warnings().forEach(warning -> err.println("warning: " + warning));
      if (suggestion.classes() == 0) {
        err.println("understudy: " + nothing(wishes));
        return false;
      }
      write(suggestion.text(), output);
      if (suggestion.callPoints() == 0) {
        err.println(
            figures == null
                ? "understudy: no method was found that could be a call point"
                : "understudy: no method was called that could be a call point");
        return false;
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      err.println("understudy: " + e.getMessage() + " is there already, and is not overwritten");
    } catch (IOException e) {
      err.println("understudy: the configuration cannot be written: " + e);
    }
    return false;
  }

  private void write(String text, @Nullable String output) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (output == null) {
      out.write(bytes, 0, bytes.length);
      out.flush();
      return;
    }
    Path file = Paths.get(output);
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    err.println("understudy: written to " + output);
  }
}

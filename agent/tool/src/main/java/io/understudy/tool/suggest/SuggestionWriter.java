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
  private static final int MOST_DUPLICATES = 10;

  private final PrintStream out;
  private final PrintStream err;

  /**
   * Writes to the given streams.
   *
   * @param out receives the configuration
   * @param err receives warnings and errors
   */
  public SuggestionWriter(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Proposes methods that look like service methods.
   *
   * @param classPath the class path of the application
   * @param output the file to write, which must not exist; null for standard output
   * @return whether a configuration with call points was written
   */
  public boolean run(String classPath, SuggestOptions options, @Nullable String output) {
    return run(classPath, options, null, output);
  }

  /**
   * Proposes methods that were called.
   *
   * @param counts the calls counted in another JVM
   * @param classPath the class path of that JVM, searched before the locations it reports; null for
   *     these locations only
   * @param output the file to write, which must not exist; null for standard output
   * @return whether a configuration with call points was written
   */
  public boolean run(
      CallCounts counts,
      @Nullable String classPath,
      SuggestOptions options,
      @Nullable String output) {
    String places = ClassLocations.classPath(counts.places());
    String path = classPath == null ? places : classPath + File.pathSeparator + places;
    return run(path, options, counts, output);
  }

  private static String nothing(SuggestOptions options) {
    String nothing = "there is no class below " + options.scope().packages() + " on the class path";
    PackageNames candidates = options.scope().candidates();
    return candidates == null
        ? nothing
        : nothing + " and outside " + candidates + ", the packages of --candidates";
  }

  private boolean run(
      String classPath,
      SuggestOptions options,
      @Nullable CallCounts counts,
      @Nullable String output) {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classPath))) {
      Suggestion suggestion = Suggestion.of(files, options, counts);
      files.warnings().forEach(warning -> err.println("warning: " + warning));
      files.duplicates().stream()
          .limit(MOST_DUPLICATES)
          .forEach(warning -> err.println("warning: " + warning));
      if (suggestion.classes() == 0) {
        err.println("understudy: " + nothing(options));
        return false;
      }
      write(suggestion.text(), output);
      if (suggestion.callPoints() == 0) {
        err.println(
            counts == null
                ? "understudy: no method can be a call point"
                : "understudy: no method that can be a call point was called");
        return false;
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      err.println("understudy: " + e.getMessage() + " exists already and is not overwritten");
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

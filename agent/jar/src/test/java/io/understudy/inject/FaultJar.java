package io.understudy.inject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies the agent's jar and weaves a call of {@code Faults.hit} into each site. The classes are
 * woven in the jar and not when they are loaded, so that all sites are known, also those of classes
 * that a run does not load, and a site has one number on all JVMs. Stateless.
 */
final class FaultJar {
  private static final String INST = "inst/";

  /**
   * Packages and classes that do not run while calls are captured, answered, compared and written:
   * they read the configuration, serve the command line, examine classes for {@code suggest}, or
   * read journals.
   */
  private static final String[] NOT_WOVEN = {
    "io/understudy/tool/",
    "io/understudy/agent/config/",
    "io/understudy/agent/service/",
    "io/understudy/agent/counting/",
    "io/understudy/agent/classfile/",
    "io/understudy/journal/file/BeatTrack",
    "io/understudy/journal/file/ChainCheck",
    "io/understudy/journal/file/FileForms",
    "io/understudy/journal/file/FileListing",
    "io/understudy/journal/file/FileScan",
    "io/understudy/journal/file/FileSelection",
    "io/understudy/journal/file/FileSummary",
    "io/understudy/journal/file/GzipSource",
    "io/understudy/journal/file/JournalFile",
    "io/understudy/journal/file/JournalReader",
    "io/understudy/journal/file/SessionCheck",
    "io/understudy/journal/file/UnsealedText",
    "io/understudy/journal/json/DifferenceReader",
    "io/understudy/journal/json/EntryParser",
    "io/understudy/journal/json/EntryReader",
    "io/understudy/journal/json/ExampleReader",
    "io/understudy/journal/json/TallyScanner",
    "io/understudy/journal/JournalContents",
    "io/understudy/journal/JournalProblem"
  };

  private FaultJar() {}

  /**
   * Writes the woven jar.
   *
   * @param agent the agent's jar
   * @param faults a directory with the compiled class {@code io.understudy.bridge.Faults}
   * @param jar the file to write
   * @return the sites
   */
  static SiteTable weave(Path agent, Path faults, Path jar) throws IOException {
    SiteTable sites = new SiteTable();
    try (JarFile in = new JarFile(agent.toFile())) {
      Map<String, byte[]> entries = read(in);
      Set<String> volatileFields = new HashSet<>();
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        if (isWoven(entry.getKey())) {
          FaultWeaver.collectVolatileFields(entry.getValue(), volatileFields);
        }
      }
      FaultWeaver weaver = new FaultWeaver(sites, new CallKinds(), volatileFields);
      try (JarOutputStream out =
          new JarOutputStream(Files.newOutputStream(jar), in.getManifest())) {
        out.setLevel(1);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          boolean isWoven = isWoven(entry.getKey());
          write(out, entry.getKey(), isWoven ? weaver.weave(entry.getValue()) : entry.getValue());
        }
        addAll(faults, out);
      }
    }
    return sites;
  }

  private static boolean isWoven(String entry) {
    if (entry.startsWith("io/understudy/bridge/")) {
      return true;
    }
    if (!entry.startsWith(INST + "io/understudy/") || !entry.endsWith(".classdata")) {
      return false;
    }
    for (String name : NOT_WOVEN) {
      if (entry.startsWith(INST + name)) {
        return false;
      }
    }
    return true;
  }

  /** Reads the entries but the manifest, ordered by name, since their order numbers the sites. */
  private static Map<String, byte[]> read(JarFile jar) throws IOException {
    List<JarEntry> found = Collections.list(jar.entries());
    List<String> names = new ArrayList<>();
    for (JarEntry entry : found) {
      if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
        names.add(entry.getName());
      }
    }
    Collections.sort(names);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          bytes.write(buffer, 0, n);
        }
        entries.put(name, bytes.toByteArray());
      }
    }
    return entries;
  }

  private static void addAll(Path directory, JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".class"))
              .sorted()
              .collect(Collectors.toList())) {
        write(
            out,
            directory.relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file));
      }
    }
  }

  private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}

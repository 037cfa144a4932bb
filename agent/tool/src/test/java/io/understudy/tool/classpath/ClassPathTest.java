package io.understudy.tool.classpath;

import static io.understudy.tool.check.CheckFixture.callPoint;
import static io.understudy.tool.check.CheckFixture.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.check.CheckFixture;
import io.understudy.tool.command.CommandRun;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final String[] LEGACY = {
    "com.acme.legacy.PricingService",
    "com.acme.legacy.BaseService",
    "com.acme.legacy.Auditing",
    "com.acme.legacy.Cart",
    "com.acme.legacy.Quote"
  };
  private static final String[] NEXT = {"com.acme.next.Pricing", "com.acme.next.Pricing$Quotation"};
  private static final String FITS = "fits          PricingService#quote";

  @TempDir Path directory;

  private List<String> quote(String classPath) throws Exception {
    return callPoint(
        directory,
        classPath,
        "control: com.acme.legacy.PricingService#quote",
        "candidate: com.acme.next.Pricing#priced");
  }

  private Path legacyJar() throws Exception {
    return jar(directory.resolve("legacy.jar"), new Manifest(), "", LEGACY);
  }

  @Test
  void jars() throws Exception {
    Path next = jar(directory.resolve("next.jar"), new Manifest(), "", NEXT);

    assertThat(quote(legacyJar() + File.pathSeparator + next)).startsWith(FITS).hasSize(3);
  }

  @Test
  void directoryAndJar() throws Exception {
    for (String name : NEXT) {
      Path file = directory.resolve("classes").resolve(name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.copy(
          new File(CheckFixture.TEST_CLASSES, name.replace('.', '/') + ".class").toPath(), file);
    }

    assertThat(quote(directory.resolve("classes") + "/" + File.pathSeparator + legacyJar()))
        .startsWith(FITS)
        .hasSize(3);
  }

  @Test
  void allJarsOfADirectory() throws Exception {
    legacyJar();
    jar(directory.resolve("next.JAR"), new Manifest(), "", NEXT);

    assertThat(quote(directory + "/*")).startsWith(FITS).hasSize(3);
  }

  @Test
  void jarsNamedByAManifest() throws Exception {
    jar(directory.resolve("next one.jar"), new Manifest(), "", NEXT);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "next%20one.jar missing.jar");
    Path legacy = jar(directory.resolve("legacy.jar"), manifest, "", LEGACY);

    assertThat(quote(legacy.toString())).startsWith(FITS).hasSize(3);
  }

  @Test
  void missingEntriesAndDamagedJars() throws Exception {
    Path broken = Files.write(directory.resolve("broken.jar"), new byte[] {1, 2, 3});
    Path file = directory.resolve("u.yaml");
    Files.write(file, "calls: [{control: a.B#c, candidate: a.D#c}]".getBytes("UTF-8"));

    CommandRun checking =
        CommandRun.run(
            "check", file.toString(), "-cp", broken + File.pathSeparator + directory + "/lib/*");

    assertThat(checking.code).isEqualTo(1);
    assertThat(checking.out)
        .contains("\nwarning: class path: " + directory + "/lib/* does not exist\n")
        .contains("\nwarning: class path: " + broken + " is not a readable jar: ")
        .contains("\n  error      there is no class a.B on the class path\n");
  }

  private Path archive(String name, Object... entriesAndContents) throws Exception {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (int i = 0; i < entriesAndContents.length; i += 2) {
        jar.putNextEntry(new JarEntry((String) entriesAndContents[i]));
        jar.write(Files.readAllBytes((Path) entriesAndContents[i + 1]));
        jar.closeEntry();
      }
    }
    return file;
  }

  private static Path classFile(String name) {
    return new File(CheckFixture.TEST_CLASSES, name.replace('.', '/') + ".class").toPath();
  }

  private Object[] packed(String directoryOfClasses, String... more) throws Exception {
    List<Object> entries = new ArrayList<>();
    for (String name : LEGACY) {
      entries.add(directoryOfClasses + name.replace('.', '/') + ".class");
      entries.add(classFile(name));
    }
    for (String library : more) {
      entries.add(library);
      entries.add(jar(directory.resolve("packed.jar"), new Manifest(), "", NEXT));
    }
    return entries.toArray();
  }

  @Test
  void applicationPackedIntoOneJar() throws Exception {
    Path boot =
        archive("boot.jar", packed("BOOT-INF/classes/", "BOOT-INF/lib/next.jar", "docs/other.jar"));

    assertThat(quote(boot.toString())).startsWith(FITS).hasSize(3);
  }

  @Test
  void webArchiveInsideOfAnEnterpriseArchive() throws Exception {
    Path web = archive("shop.war", packed("WEB-INF/classes/"));
    Path next = jar(directory.resolve("next.jar"), new Manifest(), "", NEXT);
    Path enterprise = archive("shop.ear", "web/shop.war", web, "lib/next.jar", next);

    assertThat(quote(enterprise.toString())).startsWith(FITS).hasSize(3);
  }

  @Test
  void extractedWebArchive() throws Exception {
    for (String name : LEGACY) {
      Path file = directory.resolve("shop/WEB-INF/classes/" + name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.copy(classFile(name), file);
    }
    Files.createDirectories(directory.resolve("shop/WEB-INF/lib"));
    jar(directory.resolve("shop/WEB-INF/lib/next.jar"), new Manifest(), "", NEXT);

    assertThat(quote(directory.resolve("shop").toString())).startsWith(FITS).hasSize(3);
  }

  @Test
  void damagedLibraryInAnArchive() throws Exception {
    Path broken = Files.write(directory.resolve("broken.bin"), new byte[] {1, 2, 3});
    Path web = archive("shop.war", "WEB-INF/lib/broken.jar", broken);
    Path file = directory.resolve("u.yaml");
    Files.write(file, "calls: [{control: a.B#c, candidate: a.D#c}]".getBytes("UTF-8"));

    assertThat(CommandRun.run("check", file.toString(), "-cp", web.toString()).out)
        .contains(
            "\nwarning: class path: " + web + "!/WEB-INF/lib/broken.jar is not a readable jar: ");
  }

  @Test
  void unpackedFilesAreDeleted() throws Exception {
    Path boot = archive("boot.jar", packed("BOOT-INF/classes/", "BOOT-INF/lib/next.jar"));
    Set<String> before = temporary();

    quote(boot.toString());

    assertThat(temporary()).isEqualTo(before);
  }

  private static Set<String> temporary() {
    String[] names = new File(System.getProperty("java.io.tmpdir")).list();
    return Arrays.stream(names == null ? new String[0] : names)
        .filter(name -> name.startsWith("understudy-") && name.endsWith(".jar"))
        .collect(Collectors.toSet());
  }

  @Test
  void missingSuperclass() throws Exception {
    Path legacy =
        jar(
            directory.resolve("legacy.jar"),
            new Manifest(),
            "",
            "com.acme.legacy.PricingService",
            "com.acme.next.Pricing",
            "com.acme.legacy.GiftCart");

    assertThat(quote(legacy.toString()))
        .as("only names matter where both sides name the same types")
        .containsExactly(
            FITS,
            "  control    com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int):"
                + " com.acme.legacy.Quote",
            "  candidate  com.acme.next.Pricing#priced(com.acme.legacy.Cart, int):"
                + " com.acme.next.Pricing$Quotation",
            "  warning    com.acme.legacy.Cart is not on the class path; what depends on it"
                + " was not checked",
            "  warning    com.acme.legacy.Quote is not on the class path; what depends on it"
                + " was not checked",
            "  warning    com.acme.next.Pricing$Quotation is not on the class path; what"
                + " depends on it was not checked");
    assertThat(
            callPoint(
                directory,
                legacy.toString(),
                "control: com.acme.legacy.PricingService#audit",
                "candidate: com.acme.next.Pricing#level"))
        .contains(
            "  error      com.acme.legacy.PricingService declares no method audit",
            "  warning    com.acme.legacy.BaseService is not on the class path; what depends"
                + " on it was not checked");
    assertThat(
            callPoint(
                directory,
                legacy.toString(),
                "control: com.acme.legacy.PricingService#quote",
                "candidate: com.acme.next.Pricing#words"))
        .contains(
            "  warning    parameter 1: whether a com.acme.legacy.Cart is a java.lang.String"
                + " is unknown, because the class path is incomplete");
  }

  @Test
  void damagedClassFile() throws Exception {
    Path file = directory.resolve("com/acme/legacy/PricingService.class");
    Files.createDirectories(file.getParent());
    Files.write(file, "no class file".getBytes(StandardCharsets.UTF_8));

    assertThat(quote(directory.toString()))
        .hasSize(4)
        .anyMatch(
            line ->
                line.startsWith(
                    "  error      the class file of com.acme.legacy.PricingService cannot be read;"
                        + " it is damaged, or compiled for a newer Java than this version"
                        + " supports ("));
  }

  @Test
  void classesOfTheApplicationAreNeitherLoadedNorInitialised() throws Exception {
    assertThat(quote(CheckFixture.TEST_CLASSES)).startsWith(FITS);

    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("com.acme"));
  }
}

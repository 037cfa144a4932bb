package io.understudy.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LambdaClassesTest {
  private static final String[] FIXTURE = {
    "Shapes", "Shapes$Base", "Shapes$Derived", "Shapes$Named", "Shapes$Counter", "Shapes$Thrower"
  };

  @TempDir Path directory;

  @Test
  void replacedLambdasDoTheSame() throws ReflectiveOperationException, IOException {
    Map<String, byte[]> classes = new HashMap<>();
    for (String name : FIXTURE) {
      byte[] original = bytes(name);
      classes.put(name(name), original);
      LambdaClasses.of(original)
          .forEach((internal, bytes) -> classes.put(internal.replace('/', '.'), bytes));
    }
    Class<?> replaced = Class.forName(name("Shapes"), true, new MapLoader(classes));

    assertThat(replaced).isNotSameAs(Shapes.class);
    assertThat(result(replaced)).isEqualTo(Shapes.make().get()).hasSizeGreaterThan(20);
    for (byte[] each : classes.values()) {
      assertThat(countLambdas(each)).isZero();
    }
  }

  @Test
  void filesAreReplacedInPlace() throws IOException {
    Path shapes = directory.resolve("io/Shapes.classdata");
    Files.createDirectories(shapes.getParent());
    Files.write(shapes, bytes("Shapes"));
    Path plain = directory.resolve("Counter.classdata");
    Files.write(plain, bytes("Shapes$Counter"));

    LambdaClasses.main(new String[] {directory.toString(), ".classdata"});

    assertThat(countLambdas(Files.readAllBytes(shapes))).isZero();
    assertThat(shapes.resolveSibling("Shapes$$L0.classdata")).exists();
    assertThat(plain).hasBinaryContent(bytes("Shapes$Counter"));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.collect(Collectors.toList())).hasSize(2);
    }
  }

  private static String name(String simple) {
    return "io.understudy.packing." + simple;
  }

  @SuppressWarnings("unchecked")
  private static List<String> result(Class<?> shapes) throws ReflectiveOperationException {
    Object made = Objects.requireNonNull(shapes.getMethod("make").invoke(null));
    return ((Supplier<List<String>>) made).get();
  }

  private static byte[] bytes(String simple) throws IOException {
    try (InputStream in = LambdaClassesTest.class.getResourceAsStream(simple + ".class")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8_192];
      for (int n = Objects.requireNonNull(in).read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return bytes.toByteArray();
    }
  }

  private static int countLambdas(byte[] classFile) {
    int[] count = {0};
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(LambdaReplacement.ASM) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(LambdaReplacement.ASM) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String method, String made, Handle bootstrap, Object... arguments) {
                    count[0]++;
                  }
                };
              }
            },
            0);
    return count[0];
  }

  private static final class MapLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    MapLoader(Map<String, byte[]> classes) {
      super(LambdaClassesTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}

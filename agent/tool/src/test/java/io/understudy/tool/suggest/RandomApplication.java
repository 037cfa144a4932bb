package io.understudy.tool.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Generates a random application: services, interfaces, data classes and unusual classes below
 * com.acme.old, and similar ones below com.acme.next. The class files can be read; they cannot run.
 */
final class RandomApplication {
  private static final String[] STEMS = {"Invoice", "Tax", "Order", "Rate", "Customer", "Policy"};
  private static final String[] ENDS = {"Service", "Dao", "s", "", "FacadeImpl", "Dto", "Manager"};
  private static final String[] METHODS = {
    "quote", "rate", "find", "getTotal", "save", "apply", "of", "on", "null", "compare"
  };
  private static final String[] TYPES = {
    "I",
    "J",
    "Z",
    "D",
    "[B",
    "[[I",
    "Ljava/lang/String;",
    "[Ljava/lang/String;",
    "Ljava/lang/Long;",
    "Ljava/lang/Object;",
    "Ljava/math/BigDecimal;",
    "Ljava/util/Date;",
    "Ljava/util/List;",
    "Ljava/util/Set;",
    "Ljava/util/Map;",
    "Ljava/util/Iterator;",
    "Ljava/util/stream/Stream;",
    "Ljava/io/InputStream;",
    "Ljava/sql/Connection;",
    "Lcom/acme/old/OrderDto;",
    "Lcom/acme/next/Orders;",
    "Lcom/acme/missing/Gone;"
  };

  private final Random random;
  private final List<String> interfaces = new ArrayList<>();
  private final List<String> bases = new ArrayList<>();

  private RandomApplication(long seed) {
    this.random = new Random(seed);
  }

  /** Writes about {@code size} class files. */
  static void write(Path directory, long seed, int classes) throws IOException {
    RandomApplication jungle = new RandomApplication(seed);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < classes; i++) {
      String sub = jungle.random.nextInt(4) == 0 ? "sub" + jungle.random.nextInt(9) + "/" : "";
      String side = jungle.random.nextInt(3) == 0 ? "next/" : "old/";
      String name =
          "com/acme/" + side + sub + jungle.one(STEMS) + jungle.one(ENDS) + jungle.number();
      if (names.add(name)) {
        Path file = directory.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, jungle.classFile(name));
      }
    }
  }

  private String one(String[] all) {
    return all[random.nextInt(all.length)];
  }

  private String number() {
    return random.nextInt(3) == 0 ? "" : "X" + random.nextInt(60);
  }

  private byte[] classFile(String name) {
    int sort = random.nextInt(10);
    boolean isInterface = sort == 0;
    int flags = isInterface || sort == 1 ? Opcodes.ACC_ABSTRACT : 0;
    String base = bases.isEmpty() || random.nextInt(4) > 0 ? "java/lang/Object" : any(bases);
    String[] implemented =
        interfaces.isEmpty() || random.nextInt(3) > 0
            ? new String[0]
            : new String[] {any(interfaces)};
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V1_8,
        Opcodes.ACC_PUBLIC | flags | (isInterface ? Opcodes.ACC_INTERFACE : 0),
        name,
        null,
        isInterface ? "java/lang/Object" : base,
        implemented);
    if (!isInterface) {
      body(writer, Opcodes.ACC_PUBLIC, "<init>", random.nextInt(4) == 0 ? "(I)V" : "()V");
    }
    Set<String> seen = new HashSet<>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      String method = one(METHODS);
      String descriptor = descriptor(name);
      boolean isAbstract = flags != 0 && random.nextInt(3) > 0;
      int access = Opcodes.ACC_PUBLIC;
      if (isAbstract) {
        access |= Opcodes.ACC_ABSTRACT;
      } else if (random.nextInt(6) == 0) {
        access |= Opcodes.ACC_STATIC;
      }
      if (!seen.add(method + descriptor)) {
        continue;
      } else if (isAbstract) {
        writer.visitMethod(access, method, descriptor, null, null).visitEnd();
      } else {
        body(writer, access, method, descriptor);
      }
    }
    writer.visitEnd();
    (isInterface ? interfaces : bases).add(name);
    return writer.toByteArray();
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private String descriptor(String self) {
    StringBuilder out = new StringBuilder("(");
    for (int i = random.nextInt(4); i > 0; i--) {
      out.append(one(TYPES));
    }
    int result = random.nextInt(8);
    String type = result == 0 ? "V" : result == 1 ? "L" + self + ";" : one(TYPES);
    return out.append(')').append(type).toString();
  }

  /** Writes a body with a call, so the method is no accessor. */
  private void body(ClassWriter writer, int access, String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    if (random.nextInt(8) > 0) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, "com/acme/old/Tax", one(METHODS), descriptor, false);
    }
    Type result = Type.getReturnType(descriptor);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(9, 9);
    code.visitEnd();
  }
}

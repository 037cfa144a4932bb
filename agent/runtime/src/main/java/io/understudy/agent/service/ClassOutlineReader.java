package io.understudy.agent.service;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Reads an {@link ClassOutline} from a class file. */
public final class ClassOutlineReader extends ClassVisitor {
  private @Nullable ClassOutline outline;

  private ClassOutlineReader() {
    super(OpenedClassReader.ASM_API);
  }

  /** Returns the outline of this class file; null if it is damaged. */
  public static @Nullable ClassOutline read(byte[] classFile) {
    try {
      ClassOutlineReader reader = new ClassOutlineReader();
      OpenedClassReader.of(classFile)
          .accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return reader.outline;
    } catch (RuntimeException damaged) {
      return null;
    }
  }

  private ClassOutline outline() {
    if (outline == null) {
      throw new IllegalStateException("a member comes before its class");
    }
    return outline;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    List<String> names = new ArrayList<>();
    for (String each : interfaces == null ? new String[0] : interfaces) {
      names.add(each.replace('/', '.'));
    }
    String above = superName == null ? null : superName.replace('/', '.');
    outline = new ClassOutline(name.replace('/', '.'), access, above, names);
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
    outline().local = true;
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outer, @Nullable String inner, int access) {
    if (inner == null && name.replace('/', '.').equals(outline().name)) {
      outline().local = true;
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    outline().annotations.add(annotation(descriptor));
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String descriptor, @Nullable String signature, @Nullable Object v) {
    if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0) {
      outline().fields++;
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (name.startsWith("<")) {
      return null;
    }
    MethodOutline method = new MethodOutline(outline().name, name, descriptor, access);
    outline().methods.add(method);
    return new MethodBodyReader(method);
  }

  static String annotation(String descriptor) {
    return ClassOutline.simple(Type.getType(descriptor).getClassName());
  }
}

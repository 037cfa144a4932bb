package io.understudy.agent.weave;

import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Copies advice into class files with Byte Buddy. It adds only instructions, so that loaded classes
 * can be woven and other agents are not affected. Stateless.
 */
public final class ClassDecorator {
  private static final ByteBuddy BYTE_BUDDY =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(InstrumentedType.Factory.Default.FROZEN)
          .with(Implementation.Context.Disabled.Factory.INSTANCE)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private ClassDecorator() {}

  /**
   * Weaves advice into a class.
   *
   * @param name binary name of the class
   * @param bytes its class file
   * @param loader its defining loader
   * @param advice the advice; at least one
   * @return the new class file
   */
  public static byte[] into(
      String name, byte[] bytes, @Nullable ClassLoader loader, List<AsmVisitorWrapper> advice) {
    ClassFileLocator files =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.of(loader));
    TypeDescription type = TypePool.Default.WithLazyResolution.of(files).describe(name).resolve();
    DynamicType.Builder<?> builder = BYTE_BUDDY.decorate(type, files);
    for (AsmVisitorWrapper each : advice) {
      builder = builder.visit(each);
    }
    return builder.make(TypePool.Empty.INSTANCE).getBytes();
  }
}

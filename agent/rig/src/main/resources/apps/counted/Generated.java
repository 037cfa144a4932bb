package counted;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.isFinalizer;
import static net.bytebuddy.matcher.ElementMatchers.isTypeInitializer;
import static net.bytebuddy.matcher.ElementMatchers.not;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.implementation.SuperMethodCall;

/** Makes subclasses whose every method, constructor and initialiser counts. */
public final class Generated {
  private Generated() {}

  /** Inlined at the start of each method. */
  public static final class Count {
    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#t.#m") String method) {
      Counter.hit(method);
    }
  }

  /** A subclass with the constructors of its superclass. */
  public static Class<?> subclass(Class<?> base) {
    return new ByteBuddy()
        .subclass(base, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
        .name("counted.of." + base.getSimpleName())
        .method(not(isFinalizer()))
        .intercept(SuperMethodCall.INSTANCE)
        .invokable(isTypeInitializer())
        .intercept(StubMethod.INSTANCE)
        .visit(Advice.to(Count.class).on(any()))
        .make()
        .load(Generated.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }
}

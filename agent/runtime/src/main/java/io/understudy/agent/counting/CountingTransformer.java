package io.understudy.agent.counting;

import io.understudy.agent.isolated.IsolatedLoader;
import io.understudy.agent.weave.BridgeAccess;
import io.understudy.agent.weave.ClassDecorator;
import io.understudy.agent.weave.MethodAdvice;
import io.understudy.agent.weave.WovenClassCheck;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Weaves counters into classes that its own thread retransforms; it does not change other classes.
 * Thread-safe, since other threads only read the owner.
 */
final class CountingTransformer implements ClassFileTransformer {
  private final Thread own = Thread.currentThread();
  private final MethodFilter countable;
  private final CounterNumbers numbers;
  private final List<CountedClass> woven = new ArrayList<>();
  private Set<Class<?>> wanted = Collections.emptySet();
  private boolean isFull;

  /** Creates a transformer for the current thread. */
  CountingTransformer(MethodFilter countable, CounterNumbers numbers) {
    this.countable = countable;
    this.numbers = numbers;
  }

  /** Sets the classes to weave at the next retransformation. */
  void setWanted(Set<Class<?>> classes) {
    wanted = classes;
  }

  /** Returns the classes with counters. */
  List<CountedClass> woven() {
    return woven;
  }

  /** Whether a method got no number because there were too many. */
  boolean isFull() {
    return isFull;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loaded == null
        || Thread.currentThread() != own
        || !wanted.contains(loaded)
        || IsolatedLoader.isIsolated(loader)) {
      return null;
    }
    try {
      return weave(loader, loaded, classFile);
    } catch (Throwable failure) {
      // A class that cannot be woven is not counted, so its methods are not proposed as called.
      return null;
    }
  }

  private byte @Nullable [] weave(@Nullable ClassLoader loader, Class<?> type, byte[] classFile) {
    List<String> methods = countable.methods(classFile, LoadedClasses.above(type));
    if (methods.isEmpty() || !BridgeAccess.isPossibleFor(loader)) {
      return null;
    }
    CountedClass counted = new CountedClass(type);
    List<AsmVisitorWrapper> advice = new ArrayList<>();
    for (String method : methods) {
      int number = numbers.next();
      if (number < 0) {
        isFull = true;
        break;
      }
      counted.add(method, number);
      advice.add(advice(method, number));
    }
    if (advice.isEmpty()) {
      return null;
    }
    byte[] result = ClassDecorator.into(type.getName(), classFile, loader, advice);
    if (WovenClassCheck.findFault(classFile, result) != null) {
      return null;
    }
    woven.add(counted);
    return result;
  }

  private static AsmVisitorWrapper advice(String method, int number) {
    int descriptor = method.indexOf('(');
    return new MethodAdvice(
        method.substring(0, descriptor),
        method.substring(descriptor),
        Advice.withCustomMapping().bind(CounterNumber.class, number).to(CountAdvice.class));
  }
}

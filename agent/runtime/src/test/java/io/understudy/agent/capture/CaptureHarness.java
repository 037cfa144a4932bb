package io.understudy.agent.capture;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.agent.call.CandidateScope;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.weave.BridgeKeys;
import io.understudy.agent.weave.ClassBytes;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.view.Views;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes of {@link Plays} inside the test's JVM and collects the calls. Only one
 * instance at a time, since there is one bridge.
 */
final class CaptureHarness {
  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  final List<CallPoint> points = new ArrayList<>();
  volatile @Nullable String refusal;

  /** Runs before a call is accepted. */
  Consumer<Call> accepting = call -> {};

  ArgumentSnapshots snapshots = (live, meter, later) -> live.clone();
  private @Nullable Capture capture;

  /** The views of points that are added later. */
  Views views = Views.standard();

  /** Adds a call point whose candidate is not called; parameter types may be null. */
  CaptureHarness point(
      Class<?> type, String method, double sample, Rules rules, String @Nullable ... parameters) {
    MethodRef control =
        new MethodRef(
            type.getName(), method, parameters == null ? null : Arrays.asList(parameters));
    int id = points.size();
    points.add(
        new CallPoint(
            id,
            CallConfig.builder(method + id, control, control).sample(sample).rules(rules).build(),
            new Ledger(0),
            views));
    return this;
  }

  /** Adds a call point whose control is repeated for each of its calls. */
  CaptureHarness repeatable(Class<?> type, String method, double share) {
    return repeatable(type.getName() + "#" + method, share);
  }

  /** Adds such a call point; the method as in YAML. */
  CaptureHarness repeatable(String method, double share) {
    MethodRef control = MethodRef.parse(method);
    int id = points.size();
    CallConfig config =
        CallConfig.builder(control.methodName() + id, control, control)
            .idempotent(true)
            .noise(share)
            .build();
    points.add(new CallPoint(id, config, new Ledger(0)));
    return this;
  }

  /** Adds a call point whose implementors in these packages are woven; parameters as in YAML. */
  CaptureHarness below(String control, String... packages) {
    MethodRef ref = MethodRef.parse(control);
    int id = points.size();
    CallConfig config =
        CallConfig.builder(ref.methodName() + id, ref, ref)
            .packages(Arrays.asList(packages))
            .build();
    points.add(new CallPoint(id, config, new Ledger(0)));
    return this;
  }

  CaptureHarness point(Class<?> type, String method, String @Nullable ... parameters) {
    return point(type, method, 1, Rules.none(), parameters);
  }

  CaptureHarness point(Class<?> type, String method) {
    return point(type, method, 1, Rules.none(), (String[]) null);
  }

  /** Opens the bridge and arms all points. */
  Capture open() {
    CallSink sink =
        new CallSink() {
          @Override
          public @Nullable String refusal() {
            return refusal;
          }

          @Override
          public void accept(Call call) {
            accepting.accept(call);
            calls.add(call);
          }
        };
    Capture opened =
        new Capture(
            BridgeKeys.KEY,
            points,
            (live, meter, later) -> snapshots.copy(live, meter, later),
            sink,
            100,
            1L << 20);
    opened.open();
    capture = opened;
    return opened;
  }

  /** The scope in which candidates run. */
  CandidateScope scope() {
    Capture opened = capture == null ? open() : capture;
    return opened.scope();
  }

  /** The only call that was captured. */
  Call onlyCall() {
    if (calls.size() != 1) {
      throw new AssertionError(calls.size() + " calls instead of one");
    }
    return calls.get(0);
  }

  /** A public method of a woven class, by its name. */
  Method method(Class<?> type, String name) throws Exception {
    for (Method method : load(type).getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** Calls a method of a woven class on a new object. */
  Object call(Class<?> type, String name, Object... arguments) throws Exception {
    Method method = method(type, name);
    return method.invoke(method.getDeclaringClass().getConstructor().newInstance(), arguments);
  }

  /** A class of {@link Plays} as the weaver makes it, in a loader of its own. */
  Class<?> load(Class<?> type) throws Exception {
    return loader().loadClass(type.getName());
  }

  /** A loader that weaves every class of {@link Plays}. */
  ClassLoader loader() {
    Capture opened = capture == null ? open() : capture;
    return new ClassLoader(CaptureHarness.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(Plays.class.getName() + "$")) {
          return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          if (loaded != null) {
            return loaded;
          }
          byte[] plain = ClassBytes.of(name);
          byte[] woven = opened.weaver().woven(this, name.replace('.', '/'), plain);
          byte[] result = woven == null ? plain : woven;
          return defineClass(name, result, 0, result.length);
        }
      }
    };
  }

  /** A loader of its own for compiled classes, each of which the weaver sees. */
  URLClassLoader deploy(Path classes, ClassLoader parent) throws IOException {
    Capture opened = capture == null ? open() : capture;
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        InputStream in =
            findResource(name.replace('.', '/') + ".class") == null
                ? null
                : getResourceAsStream(name.replace('.', '/') + ".class");
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] plain = ClassBytes.of(in);
        byte[] woven = opened.weaver().woven(this, name.replace('.', '/'), plain);
        byte[] result = woven == null ? plain : woven;
        return defineClass(name, result, 0, result.length);
      }
    };
  }

  /** The notices of capture, as WARN and INFO lines. */
  List<String> notices() {
    List<String> lines = new ArrayList<>();
    if (capture != null) {
      capture.drainNotices(n -> lines.add(n.toString()));
    }
    return lines;
  }

  long intercepted(int point) {
    return points.get(point).ledger().totalIntercepted();
  }

  long ended(int point, Fate fate) {
    return points.get(point).ledger().total(fate);
  }
}

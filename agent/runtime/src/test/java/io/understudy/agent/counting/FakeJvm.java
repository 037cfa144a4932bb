package io.understudy.agent.counting;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An Instrumentation over given classes that keeps the results of transformers. */
final class FakeJvm {
  final Map<String, byte[]> current = new HashMap<>();
  final List<Integer> batches = new ArrayList<>();
  String refuses = "";
  private final Class<?>[] loaded;
  private final List<ClassFileTransformer> transformers = new ArrayList<>();

  FakeJvm(Class<?>... loaded) {
    this.loaded = loaded;
  }

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            FakeJvm.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getAllLoadedClasses":
                  return loaded;
                case "isModifiableClass":
                  return true;
                case "addTransformer":
                  transformers.add((ClassFileTransformer) arguments[0]);
                  return null;
                case "removeTransformer":
                  return transformers.remove(arguments[0]);
                case "retransformClasses":
                  retransform((Class<?>[]) arguments[0]);
                  return null;
                default:
                  throw new UnsupportedOperationException(method.getName());
              }
            });
  }

  private void retransform(Class<?>[] classes) throws Exception {
    batches.add(classes.length);
    for (Class<?> each : classes) {
      if (each.getName().equals(refuses)) {
        throw new UnsupportedOperationException(refuses);
      }
    }
    for (Class<?> each : classes) {
      byte[] bytes = original(each);
      for (ClassFileTransformer transformer : transformers) {
        byte[] result =
            transformer.transform(
                each.getClassLoader(), each.getName().replace('.', '/'), each, null, bytes);
        bytes = result == null ? bytes : result;
      }
      current.put(each.getName(), bytes);
    }
  }

  static byte[] original(Class<?> type) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  /** The names of the classes that are transformed. */
  TreeSet<String> changed() throws Exception {
    TreeSet<String> changed = new TreeSet<>();
    for (Class<?> each : loaded) {
      byte[] bytes = current.get(each.getName());
      if (bytes != null && !java.util.Arrays.equals(bytes, original(each))) {
        changed.add(each.getSimpleName());
      }
    }
    return changed;
  }
}

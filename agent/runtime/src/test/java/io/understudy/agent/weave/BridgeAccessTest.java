package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.bytebuddy.utility.StreamDrainer;
import org.junit.jupiter.api.Test;

class BridgeAccessTest {
  /** Uses the classes that woven code uses. */
  public static final class Woven implements Function<Object, Object> {
    @Override
    public Object apply(Object failure) {
      try {
        throw (Error) failure;
      } catch (Throwable thrown) {
        return new Object[] {thrown instanceof StackOverflowError, 1, 2L, 3.0, 'c', (byte) 4};
      }
    }
  }

  /** Defines {@link Woven}, and records what the JVM asks it for. */
  private static final class Recording extends ClassLoader {
    final List<String> asked = new ArrayList<>();

    Recording() {
      super(BridgeAccessTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }

    Class<?> define() throws Exception {
      String name = Woven.class.getName();
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = StreamDrainer.DEFAULT.drain(in);
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  @Test
  void wovenCodeNeverAsksTheLoaderForAClassLater() throws Exception {
    Recording loader = new Recording();
    assertThat(BridgeAccess.isPossibleFor(loader)).isTrue();
    @SuppressWarnings("unchecked")
    Function<Object, Object> woven =
        (Function<Object, Object>) loader.define().getConstructor().newInstance();
    loader.asked.clear();
    assertThat((Object[]) woven.apply(new StackOverflowError())).startsWith(true, 1, 2L);
    // The cast is of the test alone.
    assertThat(loader.asked).isSubsetOf("java.lang.Error");
  }

  @Test
  void loaderWithoutTheBridge() {
    assertThat(BridgeAccess.isPossibleFor(new ClassLoader(null) {})).isEqualTo(isOnBootPath());
  }

  /** Whether the tests run with the bridge on the bootstrap class path. */
  private static boolean isOnBootPath() {
    return io.understudy.bridge.Bridge.class.getClassLoader() == null;
  }
}

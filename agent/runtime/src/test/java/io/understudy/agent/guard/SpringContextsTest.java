package io.understudy.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.bridge.ApplicationObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;

final class SpringContextsTest {
  private static final String WOVEN =
      "org.springframework.context.support.AbstractApplicationContext";

  /** Loads Spring's contexts again, one of their classes woven. */
  private static final class Weaving extends URLClassLoader {
    Weaving() {
      super(
          new URL[] {
            GenericApplicationContext.class.getProtectionDomain().getCodeSource().getLocation(),
            BeanFactory.class.getProtectionDomain().getCodeSource().getLocation(),
            Resource.class.getProtectionDomain().getCodeSource().getLocation()
          },
          SpringContextsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.springframework.context.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : name.equals(WOVEN) ? weave() : findClass(name);
      }
    }

    private Class<?> weave() throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(WOVEN.replace('.', '/') + ".class")) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
          out.write(b);
        }
        byte[] woven = SpringContexts.woven(out.toByteArray());
        return defineClass(WOVEN, woven, 0, woven.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(WOVEN, e);
      }
    }
  }

  @Test
  void contextIsKnownFromItsRefreshToItsEnd() throws Exception {
    try (Weaving loader = new Weaving()) {
      Class<?> type = loader.loadClass(GenericApplicationContext.class.getName());
      Object context = type.getConstructor().newInstance();
      assertThat(ApplicationObjects.contexts()).doesNotContain(context);
      type.getMethod("refresh").invoke(context);
      assertThat(ApplicationObjects.contexts()).contains(context);
      type.getMethod("close").invoke(context);
      assertThat(ApplicationObjects.contexts()).doesNotContain(context);
    }
  }
}

package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.rig.ChildJvm;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class AgentClassLoaderIT {
  private final AgentClassLoader loader;

  AgentClassLoaderIT() throws Exception {
    loader = new AgentClassLoader(ChildJvm.agentJar().toFile());
  }

  @Test
  void librariesOfTheAgentAreSeparate() throws Exception {
    Class<?> own = loader.loadClass("com.fasterxml.jackson.core.JsonFactory");
    assertThat(own.getClassLoader()).isSameAs(loader);
    assertThat(own).isNotSameAs(Class.forName("com.fasterxml.jackson.core.JsonFactory"));
    assertThat(own.getPackage().getName()).isEqualTo("com.fasterxml.jackson.core");
    assertThat(loader.loadClass("com.fasterxml.jackson.core.JsonFactory")).isSameAs(own);
  }

  @Test
  void applicationIsNotVisible() {
    assertThatThrownBy(() -> loader.loadClass(AgentClassLoaderIT.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.getResource("org/junit/jupiter/api/Test.class")).isNull();
  }

  @Test
  void jdkIsVisible() throws Exception {
    assertThat(loader.loadClass("java.sql.Date").getName()).isEqualTo("java.sql.Date");
    assertThat(loader.loadClass("com.sun.net.httpserver.HttpServer")).isNotNull();
    assertThat(loader.getResource("java/lang/Object.class")).isNotNull();
  }

  @Test
  void bridgeIsTheSharedOne() throws Exception {
    assertThat(loader.loadClass("io.understudy.bridge.Bridge"))
        .isSameAs(Class.forName("io.understudy.bridge.Bridge"));
    assertThat(loader.getResource("io/understudy/bridge/Bridge.class")).isNotNull();
  }

  @Test
  void classFilesAreResources() throws Exception {
    String name = "io/understudy/agent/weave/CallAdvice.class";
    try (InputStream in = loader.getResourceAsStream(name)) {
      assertThat(in).isNotEmpty();
    }
    try (InputStream in = loader.getResources(name).nextElement().openStream()) {
      assertThat(in).isNotEmpty();
    }
  }

  @Test
  void serviceFilesWork() throws Exception {
    Class<?> service = loader.loadClass("org.slf4j.spi.SLF4JServiceProvider");
    assertThat(ServiceLoader.load(service, loader))
        .extracting(p -> p.getClass().getName())
        .containsExactly("ch.qos.logback.classic.spi.LogbackServiceProvider");
    URL file =
        Collections.list(loader.getResources("META-INF/services/" + service.getName())).get(0);
    assertThat(file).hasProtocol("understudy");
    assertThat(file.openConnection().getContentLengthLong()).isPositive();
  }

  @Test
  void concurrentThreadsGetOneClass() throws Exception {
    Class<?>[] seen = new Class<?>[8];
    Thread[] threads = new Thread[seen.length];
    for (int i = 0; i < threads.length; i++) {
      int at = i;
      threads[i] = new Thread(() -> seen[at] = loaded());
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).containsOnly(loader.loadClass("net.bytebuddy.ByteBuddy"));
  }

  private Class<?> loaded() {
    try {
      return loader.loadClass("net.bytebuddy.ByteBuddy");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.understudy.tool.classpath;

import io.understudy.agent.config.IsolationConfig;
import net.bytebuddy.dynamic.ClassFileLocator;

/** The classes of the application that a candidate with a class path of its own sees. */
public final class SharedClasses implements ClassFileLocator {
  private final ClassPathFiles application;
  private final IsolationConfig isolation;

  /** The classes of the shared packages; the caller closes the application's files. */
  public SharedClasses(ClassPathFiles application, IsolationConfig isolation) {
    this.application = application;
    this.isolation = isolation;
  }

  @Override
  public Resolution locate(String name) {
    byte[] found = isolation.shares(name) ? application.bytes(name) : null;
    return found == null ? new Resolution.Illegal(name) : new Resolution.Explicit(found);
  }

  @Override
  public void close() {
    // The application's files are closed by their owner.
  }
}

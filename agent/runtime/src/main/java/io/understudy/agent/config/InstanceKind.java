package io.understudy.agent.config;

/** Where the object comes from whose method is the candidate. */
public enum InstanceKind {
  /** A constructor whose parameters are beans of a Spring context. */
  CONSTRUCT,
  /** There is no object: the method is static. */
  STATIC,
  /** A bean of a Spring context. */
  SPRING,
  /** A provider that {@code java.util.ServiceLoader} finds. */
  SERVICES,
  /** The application registers it by {@code io.understudy.bridge.Understudy}. */
  REGISTERED
}

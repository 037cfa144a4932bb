package io.understudy.value.contents;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Types of fields that connect an object with its surroundings: observers, threads, services.
 * Unlike the types of {@link io.understudy.value.NonStateTypes}, they say nothing about copying.
 */
final class WiringTypes {
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "java.beans.PropertyChangeSupport",
              "java.beans.VetoableChangeSupport",
              "java.util.EventListener",
              "javax.swing.event.EventListenerList",
              "java.lang.Thread",
              "java.lang.ThreadGroup",
              "java.lang.ThreadLocal",
              "java.util.concurrent.Executor",
              "java.util.Timer",
              "java.lang.ref.ReferenceQueue",
              "groovy.lang.MetaClass",
              "kotlin.reflect.KCallable"));

  /** Only a transient field of such a type is no content. */
  private static final Set<String> TRANSIENT =
      new HashSet<>(
          Arrays.asList(
              "java.lang.ref.Reference",
              "java.lang.ClassLoader",
              "java.util.Observer",
              "javax.sql.DataSource",
              "javax.persistence.EntityManager",
              "javax.persistence.EntityManagerFactory",
              "jakarta.persistence.EntityManager",
              "jakarta.persistence.EntityManagerFactory",
              "org.hibernate.Session",
              "org.hibernate.SessionFactory",
              "org.springframework.beans.factory.BeanFactory",
              "javax.servlet.ServletContext",
              "jakarta.servlet.ServletContext"));

  private WiringTypes() {}

  static boolean areAmong(Collection<String> names) {
    return !Collections.disjoint(names, NAMES);
  }

  static boolean areTransientAmong(Collection<String> names) {
    return !Collections.disjoint(names, TRANSIENT);
  }
}

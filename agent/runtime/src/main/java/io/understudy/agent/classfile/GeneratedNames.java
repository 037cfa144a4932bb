package io.understudy.agent.classfile;

/**
 * Classes that frameworks make at run time from the application's, which they stand before: weaving
 * them too would capture nothing more. Told by their names.
 */
public final class GeneratedNames {
  /**
   * CGLIB, Guice, Javassist, Weld and OpenWebBeans ({@code $$}); the JDK's proxies; Hibernate and
   * others with Byte Buddy; Mockito.
   */
  private static final String[] MARKS = {
    "$$", "$Proxy", "$HibernateProxy$", "$ByteBuddy$", "$MockitoMock$"
  };

  private GeneratedNames() {}

  /** Whether a class of this name, binary or internal, was made at run time. */
  public static boolean is(String name) {
    if (name.indexOf('$') < 0) {
      return false;
    }
    // Scala writes its anonymous classes so: com.acme.Orders$$anon$1.
    String plain = name.replace("$$anon$", "$").replace("$$anonfun$", "$");
    for (String mark : MARKS) {
      if (plain.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}

package io.understudy.agent.classfile;

/**
 * Recognises by name the proxy classes that frameworks generate at run time for classes of the
 * application. A proxy calls the original class, so weaving the proxy would capture nothing more.
 * Stateless.
 */
public final class GeneratedNames {
  /**
   * Parts of the names: CGLIB, Guice, Javassist, Weld and OpenWebBeans ({@code $$}); JDK proxies;
   * Hibernate and others with Byte Buddy; Mockito.
   */
  private static final String[] MARKS = {
    "$$", "$Proxy", "$HibernateProxy$", "$ByteBuddy$", "$MockitoMock$"
  };

  private GeneratedNames() {}

  /** Whether a class with this binary or internal name was generated at run time. */
  public static boolean is(String name) {
    if (name.indexOf('$') < 0) {
      return false;
    }
    // Scala names its anonymous classes like this: com.acme.Orders$$anon$1.
    String plain = name.replace("$$anon$", "$").replace("$$anonfun$", "$");
    for (String mark : MARKS) {
      if (plain.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}

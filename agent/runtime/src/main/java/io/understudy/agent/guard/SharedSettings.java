package io.understudy.agent.guard;

import java.lang.reflect.Method;
import java.util.Properties;
import java.util.function.Function;

/**
 * The setters of what the whole JVM shares. A candidate that calls one changes nothing; see {@code
 * Settings} in the bridge. Stateless.
 */
final class SharedSettings {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String FUNCTION = "Ljava/util/function/BiFunction;";

  /** Setters without a result, or with one that is null, false or 0 when it is refused. */
  private static final String[][] SETTERS = {
    {
      "java/util/Locale",
      "setDefault(Ljava/util/Locale;)V",
      "setDefault(Ljava/util/Locale$Category;Ljava/util/Locale;)V"
    },
    {"java/util/TimeZone", "setDefault(Ljava/util/TimeZone;)V"},
    {
      "java/lang/System",
      "setIn(Ljava/io/InputStream;)V",
      "setOut(Ljava/io/PrintStream;)V",
      "setErr(Ljava/io/PrintStream;)V",
      "setProperties(Ljava/util/Properties;)V",
      "setSecurityManager(Ljava/lang/SecurityManager;)V"
    },
    {
      "java/lang/Thread",
      "setDefaultUncaughtExceptionHandler(Ljava/lang/Thread$UncaughtExceptionHandler;)V"
    },
    {"java/net/ProxySelector", "setDefault(Ljava/net/ProxySelector;)V"},
    {"java/net/Authenticator", "setDefault(Ljava/net/Authenticator;)V"},
    {"java/net/CookieHandler", "setDefault(Ljava/net/CookieHandler;)V"},
    {"java/net/ResponseCache", "setDefault(Ljava/net/ResponseCache;)V"},
    {"java/net/URL", "setURLStreamHandlerFactory(Ljava/net/URLStreamHandlerFactory;)V"},
    {
      "java/net/URLConnection",
      "setContentHandlerFactory(Ljava/net/ContentHandlerFactory;)V",
      "setFileNameMap(Ljava/net/FileNameMap;)V",
      "setDefaultAllowUserInteraction(Z)V",
      "setDefaultUseCaches(Z)V",
      "setDefaultUseCaches(Ljava/lang/String;Z)V"
    },
    {"java/net/HttpURLConnection", "setFollowRedirects(Z)V"},
    {"java/net/Socket", "setSocketImplFactory(Ljava/net/SocketImplFactory;)V"},
    {"java/net/ServerSocket", "setSocketFactory(Ljava/net/SocketImplFactory;)V"},
    {
      "javax/net/ssl/HttpsURLConnection",
      "setDefaultHostnameVerifier(Ljavax/net/ssl/HostnameVerifier;)V",
      "setDefaultSSLSocketFactory(Ljavax/net/ssl/SSLSocketFactory;)V"
    },
    {"javax/net/ssl/SSLContext", "setDefault(Ljavax/net/ssl/SSLContext;)V"},
    {
      "java/security/Security",
      "removeProvider(Ljava/lang/String;)V",
      "setProperty(Ljava/lang/String;Ljava/lang/String;)V"
    },
    {"java/security/Policy", "setPolicy(Ljava/security/Policy;)V"},
    {
      "java/sql/DriverManager",
      "deregisterDriver(Ljava/sql/Driver;)V",
      "setLogWriter(Ljava/io/PrintWriter;)V",
      "setLogStream(Ljava/io/PrintStream;)V",
      "setLoginTimeout(I)V"
    },
    {
      "java/util/logging/LogManager",
      "reset()V",
      "readConfiguration()V",
      "readConfiguration(Ljava/io/InputStream;)V",
      "updateConfiguration(Ljava/io/InputStream;Ljava/util/function/Function;)V",
      "updateConfiguration(Ljava/util/function/Function;)V"
    },
  };

  /** Methods of a group of threads that change all of its threads. */
  private static final String[] OF_GROUP = {
    "interrupt()V",
    "stop()V",
    "suspend()V",
    "resume()V",
    "destroy()V",
    "setDaemon(Z)V",
    "setMaxPriority(I)V"
  };

  /** Methods that change one entry of a table of which the first argument is the key. */
  private static final String[] OF_ENTRY = {
    "put(" + OBJECT + OBJECT + ")" + OBJECT,
    "putIfAbsent(" + OBJECT + OBJECT + ")" + OBJECT,
    "remove(" + OBJECT + ")" + OBJECT,
    "remove(" + OBJECT + OBJECT + ")Z",
    "replace(" + OBJECT + OBJECT + ")" + OBJECT,
    "replace(" + OBJECT + OBJECT + OBJECT + ")Z",
    "compute(" + OBJECT + FUNCTION + ")" + OBJECT,
    "computeIfPresent(" + OBJECT + FUNCTION + ")" + OBJECT,
    "computeIfAbsent(" + OBJECT + "Ljava/util/function/Function;)" + OBJECT,
    "merge(" + OBJECT + OBJECT + FUNCTION + ")" + OBJECT
  };

  /** Methods that change many entries. */
  private static final String[] OF_TABLE = {
    "putAll(Ljava/util/Map;)V", "clear()V", "replaceAll(" + FUNCTION + ")V"
  };

  private SharedSettings() {}

  /** Adds the setters to the guarded methods. */
  static void addTo(Function<String, GuardedMethods> methods) {
    for (String[] setters : SETTERS) {
      GuardedMethods ofClass = methods.apply(setters[0]);
      for (int i = 1; i < setters.length; i++) {
        ofClass.addIfPresent(setters[i], SetterCode.setter(name(setters[0], setters[i])));
      }
    }
    String insert = "insertProviderAt(Ljava/security/Provider;I)I";
    methods
        .apply("java/security/Security")
        .addIfPresent(insert, SetterCode.positioned(name("java/security/Security", insert)));
    methods
        .apply("java/io/PrintStream")
        .add("close()V", SetterCode.closing("java.io.PrintStream.close"));
    for (String each : OF_GROUP) {
      methods
          .apply("java/lang/ThreadGroup")
          .addIfPresent(each, SetterCode.group(name("java/lang/ThreadGroup", each)));
    }
    // Before Java 9, properties are changed by the methods of their superclass.
    addTable(methods.apply(hasOwnMethods() ? "java/util/Properties" : "java/util/Hashtable"));
  }

  private static void addTable(GuardedMethods table) {
    for (String each : OF_ENTRY) {
      table.addIfPresent(each, SetterCode.table(name("java/util/Properties", each), true));
    }
    for (String each : OF_TABLE) {
      table.addIfPresent(each, SetterCode.table(name("java/util/Properties", each), false));
    }
    table
        .addIfPresent("keySet()Ljava/util/Set;", SetterCode.view("keys", "Ljava/util/Set;"))
        .addIfPresent(
            "values()Ljava/util/Collection;", SetterCode.view("values", "Ljava/util/Collection;"))
        .addIfPresent("entrySet()Ljava/util/Set;", SetterCode.view("entries", "Ljava/util/Set;"));
  }

  private static boolean hasOwnMethods() {
    for (Method method : Properties.class.getDeclaredMethods()) {
      if (method.getName().equals("put")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name under which a method is reported. */
  private static String name(String className, String method) {
    return className.replace('/', '.') + "." + method.substring(0, method.indexOf('('));
  }
}

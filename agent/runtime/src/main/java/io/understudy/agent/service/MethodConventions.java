package io.understudy.agent.service;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.Opcodes;

/** Conventions for names and signatures of methods. Stateless. */
public final class MethodConventions {
  private static final Pattern PROPERTY = Pattern.compile("(get|is|has|set|with)(\\p{Lu}.*)");

  /** Methods of every object, and methods that implement JDK conventions. */
  private static final Set<String> OBJECT_METHODS =
      new HashSet<>(
          Arrays.asList(
              ("equals hashCode toString compareTo clone finalize canEqual readObject writeObject"
                      + " readResolve writeReplace readExternal writeExternal")
                  .split(" ")));

  private static final Set<String> SETUP =
      new HashSet<>(
          Arrays.asList(
              "Bean Produces PostConstruct PreDestroy Inject Autowired Resource BeforeEach"
                  .split(" ")));

  /** Verbs of methods that change state beyond the call. */
  private static final Pattern WRITE =
      Pattern.compile(
          "(add|allocate|approve|archive|assign|book|cancel|charge|close|commit|confirm"
              + "|create|credit|deactivate|debit|delete|deposit|destroy|disable|drop|email"
              + "|enable|enqueue|erase|execute|expire|flush|import|insert|install|issue|lock"
              + "|mail|merge|migrate|modify|move|notify|pay|persist|post|process|publish"
              + "|purge|push|put|queue|record|refund|register|reject|release|remove|rename"
              + "|reserve|reset|restore|revoke|rollback|save|schedule|send|set|ship|start"
              + "|stop|store|submit|synchronize|terminate|transfer|trigger|truncate|unlock"
              + "|unregister|update|upload|upsert|withdraw|write)(\\p{Lu}.*|)");

  private static final Set<String> WRITE_ANNOTATION =
      new HashSet<>(
          Arrays.asList(
              "POST PUT DELETE PATCH PostMapping PutMapping DeleteMapping PatchMapping Modifying"
                  .split(" ")));
  private static final Set<String> READ_ANNOTATION =
      new HashSet<>(Arrays.asList("GET", "GetMapping", "Cacheable", "HEAD"));

  private MethodConventions() {}

  /**
   * Whether it may be proposed: it is public, has a body, and is no setter and no method of every
   * object.
   */
  public static boolean mayBeService(MethodOutline method) {
    return method.hasBody()
        && method.is(Opcodes.ACC_PUBLIC)
        && !isOfEveryObject(method)
        && !isSetter(method);
  }

  /** Whether it only returns or sets state of its object. */
  public static boolean isProperty(MethodOutline method) {
    return method.body == MethodOutline.Body.TRIVIAL
        || (PROPERTY.matcher(method.name).matches()
            && parameters(method) < 2
            && hasAccessorShape(method));
  }

  private static boolean hasAccessorShape(MethodOutline method) {
    return method.name.matches("(set|with).*") == method.hasParameters();
  }

  private static int parameters(MethodOutline method) {
    return method.parameters().size();
  }

  /** Whether it has the name and signature of a setter, whatever its body does. */
  public static boolean isSetter(MethodOutline method) {
    return method.name.matches("set\\p{Lu}.*") && method.isVoid() && parameters(method) == 1;
  }

  /**
   * Returns the property of an accessor, in lower case; the method's name if it has no accessor's
   * name.
   */
  public static String property(MethodOutline method) {
    Matcher matcher = PROPERTY.matcher(method.name);
    return (matcher.matches() ? matcher.group(2) : method.name).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it is a method of every object, a main method, or part of the construction of an
   * object.
   */
  public static boolean isOfEveryObject(MethodOutline method) {
    boolean main =
        method.name.equals("main")
            && method.is(Opcodes.ACC_STATIC)
            && method.descriptor.startsWith("([Ljava/lang/String;)");
    return OBJECT_METHODS.contains(method.name)
        || main
        || method.annotations.stream().anyMatch(SETUP::contains);
  }

  /** Whether its name or annotations say that it changes state beyond the call. */
  public static boolean saysThatItWrites(MethodOutline method) {
    if (method.annotations.stream().anyMatch(READ_ANNOTATION::contains)) {
      return false;
    }
    return WRITE.matcher(method.name).matches()
        || method.annotations.stream().anyMatch(WRITE_ANNOTATION::contains);
  }
}

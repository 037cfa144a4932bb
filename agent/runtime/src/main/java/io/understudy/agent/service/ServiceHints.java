package io.understudy.agent.service;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Annotations and names that are typical of a service. Stateless. */
public final class ServiceHints {
  private static final Pattern NAME =
      Pattern.compile(
          ".*?(Service|Facade|Manager|Dao|DAO|Repository|Bean|EJB|Ejb|Controller|Resource|Endpoint"
              + "|Gateway|Calculator|Engine|Processor|Operations|Api|API|Rules|Provider|Validator"
              + "|Handler|Dispatcher|Finder|Query|Queries|Reports?|UseCase|Interactor|Agent"
              + "|Connector|Client|Helper|Utils?)(Impl|Bean|Service|EJB|Local|Remote|Home)?");

  private static final Set<String> ANNOTATIONS =
      new HashSet<>(
          Arrays.asList(
              ("Service Stateless Stateful Singleton Component Path WebService Transactional"
                      + " TransactionAttribute TransactionManagement Controller RestController"
                      + " Repository Named ApplicationScoped RequestScoped SessionScoped"
                      + " ConversationScoped ManagedBean Remote Local LocalBean EJB Startup"
                      + " WebServiceProvider Endpoint RequestMapping GrpcService MessageDriven"
                      + " FeignClient Validated Dependent ApplicationModule UseCase DomainService")
                  .split(" ")));

  private static final Set<String> METHOD_ANNOTATIONS =
      new HashSet<>(
          Arrays.asList(
              ("WebMethod GET POST PUT DELETE PATCH RequestMapping GetMapping PostMapping"
                      + " PutMapping DeleteMapping PatchMapping Transactional Cacheable"
                      + " PreAuthorize RolesAllowed TransactionAttribute KafkaListener"
                      + " JmsListener")
                  .split(" ")));

  private ServiceHints() {}

  /** Whether the class or one of its methods has an annotation of a service. */
  public static boolean isAnnotated(ClassOutline type) {
    return annotation(type) != null;
  }

  /** Returns the first such annotation; null if there is none. */
  public static @Nullable String annotation(ClassOutline type) {
    for (String each : type.annotations) {
      if (ANNOTATIONS.contains(each)) {
        return each;
      }
    }
    for (MethodOutline method : type.methods) {
      for (String each : method.annotations) {
        if (METHOD_ANNOTATIONS.contains(each)) {
          return each;
        }
      }
    }
    return null;
  }

  /** Whether the class has a typical name of a service. */
  public static boolean isNamed(ClassOutline type) {
    return NAME.matcher(type.simpleName()).matches();
  }

  /** Returns the typical word at the end of its name; null if there is none. */
  public static @Nullable String word(ClassOutline type) {
    Matcher matcher = NAME.matcher(type.simpleName());
    return matcher.matches() ? matcher.group(1) : null;
  }
}

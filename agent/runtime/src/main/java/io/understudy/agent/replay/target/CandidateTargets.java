package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.KnownObjects;
import io.understudy.agent.call.PerDeployment;
import io.understudy.agent.call.Site;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.ForeignClasses;
import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.http.HttpClients;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.remote.HostConnections;
import io.understudy.compare.identity.IdPaths;
import io.understudy.value.named.NamedShapes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The targets of the call points. A target is found on first use, through the class loader of the
 * control's class: each deployment has its own candidates, even when deployments share their
 * classes. The candidates of an application are collected when it is undeployed. Thread-safe.
 */
public final class CandidateTargets {
  private final ControlClasses controls;
  private final long limitNanos;

  private final IsolatedLoaders isolated;
  private final KnownObjects objects;
  private final HostConnections hosts;
  private final HttpClients http;
  private final NamedShapes shapes = new NamedShapes();

  private final PerDeployment<Deployment> deployments = new PerDeployment<>(Deployment::new);

  /**
   * Creates an empty collection of targets.
   *
   * @param controls the control classes by call
   * @param isolated the class loaders of the candidates that have a class path of their own
   * @param objects the objects of the application that lead to instances
   * @param hosts the connections to candidates in other JVMs
   * @param http the connections to candidates behind HTTP
   * @param limitNanos how long loading and constructing a candidate may take, in nanoseconds
   */
  public CandidateTargets(
      ControlClasses controls,
      IsolatedLoaders isolated,
      KnownObjects objects,
      HostConnections hosts,
      HttpClients http,
      long limitNanos) {
    this.controls = controls;
    this.isolated = isolated;
    this.objects = objects;
    this.hosts = hosts;
    this.http = http;
    this.limitNanos = limitNanos;
  }

  /**
   * Returns the lookup of the candidate for a call, in the deployment that the call came from.
   *
   * @throws UnansweredException when no control class is known, or the deployment is gone
   */
  public TargetLookup lookup(Call call) throws UnansweredException {
    CallPoint point = call.point();
    Class<?> control = controls.of(call);
    if (control == null) {
      Site site = call.site();
      throw new UnansweredException(
          site != null && site.isGone()
              ? "the application that the call came from was undeployed"
              : "the control's class is not known, or was unloaded");
    }
    Deployment deployment = deployments.of(control);
    TargetLookup found = deployment.lookups.get(point);
    return found != null
        ? found
        : deployment.lookups.computeIfAbsent(
            point, p -> new TargetLookup(() -> find(p, control, deployment)));
  }

  /** Ends the connections to other JVMs. */
  public void close() {
    hosts.close();
    http.close();
  }

  /** Loads classes and runs constructors; on a pool thread, watched by the watchdog. */
  private Target find(CallPoint point, Class<?> control, Deployment deployment)
      throws UnansweredException {
    CallConfig config = point.config();
    Method named = MethodLookup.control(configuredType(control, config), config.control());
    if (config.http() != null) {
      return HttpTarget.of(http, config.http(), point, named, shapes);
    }
    HostConfig host = config.host();
    if (host != null) {
      return RemoteTarget.find(
          hosts.to(host), host, point, MethodLookup.names(named.getParameterTypes()), shapes);
    }
    Isolation isolation = Isolation.of(config, control, isolated);
    Class<?> type = isolation.load(config.candidate().className());
    IntPredicate ids = IdPaths.of(config.rules().identity())::isArgument;
    Method adapter = adapter(config, isolation);
    if (adapter == null && config.mapping().arguments() == null) {
      isolation.requireSharedTypes(type, config.candidate(), named);
    }
    Method method = MethodLookup.mapped(type, config, named, ids);
    if (Modifier.isStatic(method.getModifiers())) {
      // Before anything of it is initialised or called.
      refuseForeign(method, config);
    }
    CandidateInstance holder =
        deployment.instances.computeIfAbsent(
            String.join(
                " ",
                type.getName(),
                String.valueOf(config.factory()),
                String.valueOf(config.instance()),
                String.valueOf(config.isolation())),
            f -> new CandidateInstance(limitNanos));
    InstanceSource source = InstanceSource.of(config, control, isolation.loader(), objects, holder);
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Object instance = isStatic ? null : source.find(type);
    Method body = MethodBody.of(method, instance == null ? null : source.unwrap(instance));
    refuseForeign(body, config);
    if (config.packages().isEmpty() && body.equals(named)) {
      throw CandidateTarget.isControl(
          body.getDeclaringClass().getName() + "#" + body.getName() + MethodBody.descriptor(body));
    }
    Site ownSite =
        controls.siteOf(
            point, body.getDeclaringClass(), body.getName(), MethodBody.descriptor(body));
    ArgumentMapping mapping =
        ArgumentMapping.of(named, method, adapter, isolation.loader(), ids, config, point.views());
    return isolation.guard(
        CandidateTarget.of(method, type, instance, mapping, ownSite, source::isStale));
  }

  /** Finds the adapter in the candidate's loader; null if none is configured. */
  private static @Nullable Method adapter(CallConfig config, Isolation isolation)
      throws UnansweredException {
    MethodRef ref = config.mapping().adapter();
    return ref == null
        ? null
        : MethodLookup.only(ClassLookup.load(ref.className(), isolation.loader()), ref);
  }

  private static void refuseForeign(Method body, CallConfig config) throws UnansweredException {
    if (ForeignClasses.isOfJdk(body.getDeclaringClass())) {
      throw new UnansweredException(
          "the candidate "
              + config.candidate()
              + " runs "
              + body.getDeclaringClass().getName()
              + "#"
              + body.getName()
              + ", which belongs to the JDK and is never called as a candidate");
    }
  }

  /** The type that the configuration names: the woven class or a supertype. */
  private static Class<?> configuredType(Class<?> control, CallConfig config)
      throws UnansweredException {
    String name = config.control().className();
    return control.getName().equals(name)
        ? control
        : ClassLookup.load(name, control.getClassLoader());
  }
}

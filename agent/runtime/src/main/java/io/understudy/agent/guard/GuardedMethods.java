package io.understudy.agent.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the JDK that are guarded, and what is added to each. A method that is not in every
 * version of the JDK is optional. Immutable, after its creation by one thread.
 */
final class GuardedMethods {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
  private static final String POOL_CONSTRUCTOR =
      "<init>(IIJLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/BlockingQueue;"
          + "Ljava/util/concurrent/ThreadFactory;"
          + "Ljava/util/concurrent/RejectedExecutionHandler;)V";
  private static final String TRY_FIRE = "tryFire(I)Ljava/util/concurrent/CompletableFuture;";
  private static final String TIMED = "JLjava/util/concurrent/TimeUnit;";

  /** Adds instructions to a method. */
  interface Instructions {
    MethodVisitor to(MethodVisitor plain, WovenMethod method);
  }

  private static final Map<String, GuardedMethods> ALL = new HashMap<>();

  static {
    addEndOfJvm();
    addThreads();
    addTasks();
    addQueues();
    SharedSettings.addTo(GuardedMethods::of);
    GrowthCode.addTo(GuardedMethods::of);
  }

  private final String className;
  private final Map<String, Instructions> required = new HashMap<>();
  private final Map<String, Instructions> optional = new HashMap<>();

  private GuardedMethods(String className) {
    this.className = className;
  }

  /** Returns the methods of a class by its internal name; null if it is not guarded. */
  static @Nullable GuardedMethods find(String className) {
    return ALL.get(className);
  }

  /** Returns the binary names of all guarded classes. */
  static List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (String name : ALL.keySet()) {
      names.add(name.replace('/', '.'));
    }
    return names;
  }

  private static GuardedMethods of(String className) {
    return ALL.computeIfAbsent(className, GuardedMethods::new);
  }

  GuardedMethods add(String method, Instructions instructions) {
    required.put(method, instructions);
    return this;
  }

  GuardedMethods addIfPresent(String method, Instructions instructions) {
    optional.put(method, instructions);
    return this;
  }

  /** Returns the internal name of the class. */
  String className() {
    return className;
  }

  /** Returns the methods that a class must have, by name and descriptor. */
  Set<String> required() {
    return new TreeSet<>(required.keySet());
  }

  /** Whether instructions are added to the method with this name and descriptor. */
  boolean isGuarded(String method) {
    return required.containsKey(method) || optional.containsKey(method);
  }

  /**
   * Returns a visitor that adds the instructions to a method, or the plain one.
   *
   * @param locals the number of local variables that the method uses
   */
  MethodVisitor weave(int access, String name, String descriptor, int locals, MethodVisitor plain) {
    String method = name + descriptor;
    Instructions instructions = required.getOrDefault(method, optional.get(method));
    return instructions == null
        ? plain
        : instructions.to(plain, new WovenMethod(className, access, descriptor, locals));
  }

  private static void addEndOfJvm() {
    of("java/lang/Runtime")
        .add("exit(I)V", BridgeCode.exit("Runtime.exit"))
        .add("halt(I)V", BridgeCode.exit("Runtime.halt"))
        .add("addShutdownHook(Ljava/lang/Thread;)V", BridgeCode.hook());
  }

  private static void addThreads() {
    Instructions starting = BridgeCode.entry("Threads", "starting", "(Ljava/lang/Thread;)V", 0);
    of("java/lang/Thread")
        .add("start()V", starting)
        // Of a container, since Java 19.
        .addIfPresent("start(Ljdk/internal/vm/ThreadContainer;)V", starting);
    of("java/lang/VirtualThread").add("start(Ljdk/internal/vm/ThreadContainer;)V", starting);
    of(POOL)
        .add(POOL_CONSTRUCTOR, BridgeCode.end("Threads", "created"))
        .add(
            "addWorker(Ljava/lang/Runnable;Z)Z",
            BridgeCode.entry("Threads", "growing", "(Ljava/lang/Object;)V", 0));
  }

  private static void addTasks() {
    Instructions created = BridgeCode.end("Tasks", "created");
    Instructions around = BridgeCode.around();
    of(POOL)
        .add(
            "execute(Ljava/lang/Runnable;)V",
            BridgeCode.entry("Tasks", "submitted", "(Ljava/lang/Object;)V", 1))
        .add(
            "reject(Ljava/lang/Runnable;)V",
            BridgeCode.entry("Tasks", "rejected", "(Ljava/lang/Object;)V", 1))
        .add(
            "runWorker(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V",
            BridgeCode.hosted("java/lang/Runnable"));
    of("java/util/TimerThread").add("mainLoop()V", BridgeCode.hosted("java/util/TimerTask"));
    of("java/util/TimerTask").add("<init>()V", created);
    of(CONCURRENT + "FutureTask")
        .add("<init>(Ljava/util/concurrent/Callable;)V", created)
        .add("<init>(Ljava/lang/Runnable;Ljava/lang/Object;)V", created)
        .add("run()V", around)
        .add("runAndReset()Z", around);
    of(CONCURRENT + "ForkJoinTask")
        .add("<init>()V", created)
        .addIfPresent("doExec()I", around)
        .addIfPresent("doExec()V", around);
    String future = CONCURRENT + "CompletableFuture$";
    of(future + "AsyncRun").add("run()V", around);
    of(future + "AsyncSupply").add("run()V", around);
    for (String dependent :
        new String[] {
          "UniApply",
          "UniAccept",
          "UniRun",
          "UniWhenComplete",
          "UniHandle",
          "UniExceptionally",
          "UniComposeExceptionally",
          "UniRelay",
          "UniCompose",
          "BiApply",
          "BiAccept",
          "BiRun",
          "BiRelay",
          "OrApply",
          "OrAccept",
          "OrRun"
        }) {
      of(future + dependent).add(TRY_FIRE, around);
    }
  }

  private static void addQueues() {
    for (String queue :
        new String[] {
          "ArrayBlockingQueue", "LinkedBlockingQueue", "SynchronousQueue", "LinkedTransferQueue"
        }) {
      addQueue(
          queue,
          new String[] {"put(%)V", "offer(%)Z", "offer(%#)Z", "transfer(%)V", "tryTransfer(%)Z"},
          new String[] {"take()", "poll()", "poll(#)"});
    }
    String[] polls = {"take()", "poll()", "poll(#)"};
    addQueue("PriorityBlockingQueue", new String[] {"offer(%)Z"}, polls);
    addQueue("ConcurrentLinkedQueue", new String[] {"offer(%)Z"}, polls);
    of(CONCURRENT + "DelayQueue")
        .addIfPresent("offer(Ljava/util/concurrent/Delayed;)Z", BridgeCode.offered());
    addQueue(
        "LinkedBlockingDeque",
        new String[] {
          "putFirst(%)V",
          "putLast(%)V",
          "offerFirst(%)Z",
          "offerLast(%)Z",
          "offerFirst(%#)Z",
          "offerLast(%#)Z"
        },
        new String[] {
          "takeFirst()", "takeLast()", "pollFirst()", "pollLast()", "pollFirst(#)", "pollLast(#)"
        });
    addQueue(
        "ConcurrentLinkedDeque",
        new String[] {"linkFirst(%)V", "linkLast(%)V"},
        new String[] {"pollFirst()", "pollLast()"});
  }

  private static void addQueue(String name, String[] puts, String[] takes) {
    GuardedMethods methods = of(CONCURRENT + name);
    for (String put : puts) {
      methods.addIfPresent(
          put.replace("%", "Ljava/lang/Object;").replace("#", TIMED), BridgeCode.offered());
    }
    for (String take : takes) {
      methods.addIfPresent(take.replace("#", TIMED) + "Ljava/lang/Object;", BridgeCode.taken());
    }
  }
}

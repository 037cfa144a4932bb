package io.understudy.agent.snapshot.plan;

import io.understudy.value.FingerprintTable;
import io.understudy.value.IdentityLog;
import io.understudy.value.Meter;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk that copies an object graph.
 *
 * <p>The walk recurses down to a fixed depth. Below that it uses a stack of its own: it runs a
 * plan, pushes each part that has no copy yet as pending, and runs the plan again after those
 * parts. A part can also stay pending because an object further up is still being built from its
 * contents, as in a cycle through an Optional. Then the walk fills the shell that holds the part
 * again at the end, and builds an object that needs the part at the end. Hash tables and trees
 * whose keys are copies are filled last, innermost first, since a key needs its contents first.
 *
 * <p>Not thread-safe.
 */
public final class CopyWalk {
  /** Deep enough for nearly every graph, shallow enough for a stack that is almost full. */
  private static final int DEEPEST = 48;

  private static final Object UNDER_WAY = new Object();

  /** Stands for an object that needs an object under way; it is built at the end. */
  private static final Object NOT_YET = new Object();

  private static final Deque<WalkFrame> NO_STACK = new ArrayDeque<>(1);

  private final PlanSource plans;
  private final Meter meter;
  private final IdentityLog copies = new IdentityLog();
  private final FingerprintTable beanCopies = new FingerprintTable();

  private final LastSteps lastSteps = new LastSteps();

  /** The frames to copy, while the walk does not recurse. */
  private Deque<WalkFrame> stack = NO_STACK;

  /** The last class and its plan, since the elements of a collection mostly have one class. */
  private @Nullable Class<?> lastClass;

  private @Nullable Plan lastPlan;
  private boolean walking;
  private boolean pending;
  private int depth;

  public CopyWalk(PlanSource plans, Meter meter) {
    this.plans = plans;
    this.meter = meter;
  }

  /** Returns the copy of an argument. */
  public Object copyArgument(Object live, Plan plan) throws Uncapturable {
    Object copy = copyPart(live, plan);
    if (copy == null) {
      throw CopyFailures.cycle(live);
    }
    return copy;
  }

  /** Returns the copy of a part; null for null, and if it is {@linkplain #isPending() pending}. */
  public @Nullable Object copyPart(@Nullable Object live) throws Uncapturable {
    if (live == null) {
      return null;
    }
    if (live instanceof String) {
      return meterText((String) live);
    }
    return copyPart(live, planOf(live));
  }

  /** Returns the plan that copies an object. */
  public Plan planOf(Object live) {
    Plan plan = lastPlan;
    if (plan == null || live.getClass() != lastClass) {
      plan = plans.of(live);
      lastClass = live.getClass();
      lastPlan = plan;
    }
    return plan;
  }

  /** Replaces the parts in a row by their copies; null if {@linkplain #isPending() pending}. */
  public void copyRow(@Nullable Object[] row) throws Uncapturable {
    for (int at = 0; at < row.length; ) {
      Object live = row[at];
      if (live == null || live instanceof String) {
        meterText((String) live);
        at++;
        continue;
      }
      Plan plan = planOf(live);
      int next = plan instanceof BeanPlan ? ((BeanPlan) plan).row(row, at, beanCopies, meter) : at;
      if (next == at) {
        row[at] = copyPart(live, plan);
        next++;
      }
      at = next;
    }
  }

  /** Meters a text, which the copy refers to but does not copy; returns the same text. */
  public @Nullable String meterText(@Nullable String text) throws Uncapturable {
    if (text != null) {
      meter.text(text);
    }
    return text;
  }

  /** Whether a part that the running plan needs has no copy yet. */
  public boolean isPending() {
    return pending;
  }

  /** Meters bytes that a copy takes in addition to the object itself. */
  public void meterBytes(long size) throws Uncapturable {
    meter.bytes(size);
  }

  /** Meters elements before memory is allocated for them; returns {@code size}. */
  public int meterElements(int size) throws Uncapturable {
    meter.nodes(size, 8L * size);
    beanCopies.expect(size);
    return size;
  }

  /** Meters an object that is only read. */
  public void meterVisit() throws Uncapturable {
    meter.node(0);
  }

  /** Runs a fill after all other copies have their contents. */
  public void fillLast(DeferredFill filling) {
    lastSteps.fillLast(filling);
  }

  /**
   * Runs a step on the pool, before the copies are used. The step must not refer to an original.
   */
  public void completeLater(DeferredFill step) {
    lastSteps.completeLater(step);
  }

  /** Returns the steps for the pool, in the order in which they must run; empty in most walks. */
  public List<DeferredFill> completions() {
    return lastSteps.completions();
  }

  /** Returns the copy that this walk has made of an object; null if there is none yet. */
  public @Nullable Object knownCopy(Object live) {
    Object known = copies.get(live, plans.of(live).lane);
    return known == UNDER_WAY || known == NOT_YET ? null : known;
  }

  /** Notes that a view of an object was copied whose copy is decided at the end of the walk. */
  public void noteView(Object whole) {
    lastSteps.noteView(whole);
  }

  /** Returns the number of noted views of an object. */
  public int views(Object whole) {
    return lastSteps.views(whole);
  }

  /** Creates a walk with the same plans, for another meter. */
  public CopyWalk another(Meter other) {
    return new CopyWalk(plans, other);
  }

  /**
   * Returns the copy of a part whose plan is known; null if it is {@linkplain #isPending()
   * pending}.
   */
  public @Nullable Object copyPart(Object live, Plan plan) throws Uncapturable {
    if (plan instanceof BeanPlan) {
      return bean(live, (BeanPlan) plan);
    }
    if (plan.isShared()) {
      return live;
    }
    if (plan instanceof PerObjectPlan) {
      return copyPart(live, ((PerObjectPlan) plan).of(live));
    }
    Object known = copies.get(live, plan.lane);
    if (known == UNDER_WAY || (known == NOT_YET && walking)) {
      pending = true;
      return null;
    }
    if (known != null && known != NOT_YET) {
      return known;
    }
    if (walking) {
      stack.push(new WalkFrame(live, plan));
      pending = true;
      return null;
    }
    return depth == DEEPEST ? walk(new WalkFrame(live, plan)) : descend(live, plan);
  }

  /**
   * Copies the leaves first: their fingerprint finds an earlier copy, or they are all of the
   * object.
   */
  private @Nullable Object bean(Object live, BeanPlan plan) throws Uncapturable {
    BeanCopier copier = plan.copier();
    Object copy = copier.empty();
    long tally = copier.leaves(live, copy);
    boolean complete = plan.isComplete(tally);
    if (!complete && (walking || depth == DEEPEST)) {
      return deep(live, plan, copy, tally);
    }
    Object known = beanCopies.putIfAbsent(live, copy, Tally.fingerprint(tally));
    if (known != null) {
      return known;
    }
    meter.node(plan.bytes() + Character.BYTES * Tally.characters(tally));
    if (!complete) {
      boolean outer = pending;
      pending = false;
      depth++;
      contents(live, copy, plan);
      depth--;
      pending = outer;
    }
    return copy;
  }

  private @Nullable Object deep(Object live, BeanPlan plan, Object copy, long tally)
      throws Uncapturable {
    Object known = beanCopies.get(live, Tally.fingerprint(tally));
    if (known != null) {
      return known;
    }
    WalkFrame frame = new WalkFrame(live, plan);
    frame.shell = copy;
    frame.tally = tally;
    if (!walking) {
      return walk(frame);
    }
    stack.push(frame);
    pending = true;
    return null;
  }

  private void contents(Object live, Object copy, Plan plan) throws Uncapturable {
    fill(live, copy, plan);
    if (pending) {
      WalkFrame frame = new WalkFrame(live, plan);
      frame.shell = copy;
      lastSteps.refillLater(frame);
    }
  }

  private @Nullable Object descend(Object live, Plan plan) throws Uncapturable {
    boolean outer = pending;
    pending = false;
    depth++;
    meter.node(plan.bytes());
    Object copy = shell(live, plan);
    if (copy != null) {
      copies.add(live, copy, plan.lane);
      contents(live, copy, plan);
    } else {
      begin(live, plan);
      copy = build(live, plan);
      copy = pending ? null : copy;
      copies.replace(live, copy == null ? NOT_YET : copy, plan.lane);
    }
    depth--;
    pending = outer || copy == null;
    return copy;
  }

  private @Nullable Object walk(WalkFrame root) throws Uncapturable {
    boolean outer = pending;
    walking = true;
    stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      WalkFrame top = stack.element();
      if (!top.started && findCopy(top) != null) {
        stack.pop(); // Two parts refer to it, and the other one was copied first.
        continue;
      }
      int before = stack.size();
      pending = false;
      if (run(top)) {
        stack.pop();
      } else if (stack.size() == before) {
        copies.replace(top.live, NOT_YET, top.plan.lane);
        stack.pop();
      }
    }
    walking = false;
    Object copy = findCopy(root);
    pending = outer || copy == null;
    return copy;
  }

  private @Nullable Object findCopy(WalkFrame frame) {
    if (frame.plan instanceof BeanPlan) {
      return beanCopies.get(frame.live, Tally.fingerprint(frame.tally));
    }
    Object known = copies.get(frame.live, frame.plan.lane);
    return known == NOT_YET ? null : known;
  }

  /** Runs a frame; returns false if it must run again after the frames that it pushed. */
  private boolean run(WalkFrame frame) throws Uncapturable {
    if (!frame.started) {
      start(frame);
    }
    int before = stack.size();
    Object copy = frame.shell;
    if (copy == null) {
      copy = build(frame.live, frame.plan);
      if (pending || copy == null) {
        return false;
      }
      copies.replace(frame.live, copy, frame.plan.lane);
      return true;
    }
    fill(frame.live, copy, frame.plan);
    if (pending && stack.size() == before) {
      lastSteps.refillLater(frame);
    }
    return stack.size() == before;
  }

  private void start(WalkFrame frame) throws Uncapturable {
    frame.started = true;
    Object shell = frame.shell;
    if (shell != null) {
      meter.node(frame.plan.bytes() + Character.BYTES * Tally.characters(frame.tally));
      beanCopies.putIfAbsent(frame.live, shell, Tally.fingerprint(frame.tally));
      return;
    }
    meter.node(frame.plan.bytes());
    shell = shell(frame.live, frame.plan);
    frame.shell = shell;
    if (shell == null) {
      begin(frame.live, frame.plan);
    } else {
      copies.add(frame.live, shell, frame.plan.lane);
    }
  }

  private void begin(Object live, Plan plan) {
    if (copies.get(live, plan.lane) == null) {
      copies.add(live, UNDER_WAY, plan.lane);
    } else {
      copies.replace(live, UNDER_WAY, plan.lane); // An earlier attempt left its entry.
    }
  }

  /** Runs the fills that had to wait. Call it once, after the last part. */
  public void finish() throws Uncapturable {
    lastSteps.run(this::refill);
  }

  private void refill(WalkFrame frame, Object copy) throws Uncapturable {
    pending = false;
    fill(frame.live, copy, frame.plan);
    if (pending) {
      throw CopyFailures.cycle(frame.live);
    }
  }

  private @Nullable Object shell(Object live, Plan plan) throws Uncapturable {
    try {
      return plan.shell(live, this);
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(live, thrown);
    }
  }

  private void fill(Object live, Object copy, Plan plan) throws Uncapturable {
    try {
      plan.fill(live, copy, this);
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(live, thrown);
    }
  }

  private @Nullable Object build(Object live, Plan plan) throws Uncapturable {
    try {
      return plan.build(live, this);
    } catch (RuntimeException | Error thrown) {
      throw CopyFailures.failed(live, thrown);
    }
  }
}

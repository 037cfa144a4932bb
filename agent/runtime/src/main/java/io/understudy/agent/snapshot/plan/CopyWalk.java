package io.understudy.agent.snapshot.plan;

import io.understudy.value.FingerprintTable;
import io.understudy.value.IdentityLog;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.ScalarFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk that copies an object graph.
 *
 * <p>The walk recurses down to a fixed depth. Below that it uses a stack of its own: it runs a
 * plan, pushes each part that has no copy yet as pending, and runs the plan again after those
 * parts. A part can also stay pending because an object further up is still being built from its
 * contents, for example in a cycle through a record. Then the walk fills the shell that holds the
 * part again at the end, and builds an object that needs the part at the end. Hash tables and trees
 * whose keys are copies are filled last, innermost first, since a key needs its contents before it
 * is hashed.
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
  private final IdentityLog made = new IdentityLog();
  private final FingerprintTable beans = new FingerprintTable();

  // Null in most walks, which need no second fill.
  private @Nullable List<WalkFrame> again;
  private @Nullable List<DeferredFill> last;

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

  /**
   * Returns the copy of an argument.
   *
   * @throws Uncapturable if it cannot be copied, or is built from contents that contain it
   */
  public Object argument(Object live, Plan plan) throws Uncapturable {
    Object copy = part(live, plan);
    if (copy == null) {
      throw CopyFailures.cycle(live);
    }
    return copy;
  }

  /**
   * Returns the copy of a part; null for null, and if the copy is {@linkplain #isPending()
   * pending}.
   */
  public @Nullable Object part(@Nullable Object live) throws Uncapturable {
    if (live == null) {
      return null;
    }
    if (live instanceof String) {
      return text((String) live);
    }
    Plan plan = planOf(live);
    return plan.byReference() ? live : part(live, plan);
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

  /**
   * Replaces the parts in a row by their copies, or by null if they are {@linkplain #isPending()
   * pending}.
   */
  public void row(@Nullable Object[] row) throws Uncapturable {
    for (int at = 0; at < row.length; ) {
      Object live = row[at];
      if (live == null || live instanceof String) {
        text((String) live);
        at++;
        continue;
      }
      Plan plan = planOf(live);
      int next = plan instanceof BeanPlan ? ((BeanPlan) plan).row(row, at, beans, meter) : at;
      if (next == at) {
        row[at] = part(live, plan);
        next++;
      }
      at = next;
    }
  }

  /** Meters a text, which the copy refers to but does not copy; returns the same text. */
  public @Nullable String text(@Nullable String text) throws Uncapturable {
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
  public void bytes(long size) throws Uncapturable {
    meter.bytes(size);
  }

  /**
   * Meters {@code size} elements or entries before they are read, so that the bound applies before
   * memory is allocated; returns {@code size}.
   */
  public int expected(int size) throws Uncapturable {
    meter.nodes(size, 8L * size);
    beans.expect(size);
    return size;
  }

  /** Meters an object that is read but not copied. */
  public void visit() throws Uncapturable {
    meter.node(0);
  }

  /** Checks that the meter allows so many elements, before memory is allocated for them. */
  public void afford(int size) throws Uncapturable {
    meter.afford(size, 8L * size);
  }

  /** Runs a fill after all other copies have their contents. */
  public void atLast(DeferredFill filling) {
    if (last == null) {
      last = new ArrayList<>();
    }
    last.add(filling);
  }

  /**
   * Returns a complete copy that shares nothing with the other copies of this walk; for an object
   * that a shell needs, such as a comparator.
   */
  public @Nullable Object apart(@Nullable Object live) throws Uncapturable {
    if (live == null) {
      return null;
    }
    CopyWalk own = new CopyWalk(plans, meter);
    Object copy = own.argument(live, plans.of(live));
    own.finish();
    return copy;
  }

  /**
   * Returns the copy of a part whose plan is known; null if it is {@linkplain #isPending()
   * pending}.
   */
  public @Nullable Object part(Object live, Plan plan) throws Uncapturable {
    if (plan instanceof BeanPlan) {
      return bean(live, (BeanPlan) plan);
    }
    if (plan.byReference()) {
      return live;
    }
    Object known = made.get(live, plan.lane);
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
   * Copies the leaves first: their fingerprint shows whether the walk has copied the object
   * already, and they may be its only fields.
   */
  private @Nullable Object bean(Object live, BeanPlan plan) throws Uncapturable {
    BeanCopier copier = plan.copier();
    Object copy = copier.empty();
    long tally = copier.leaves(live, copy);
    boolean complete = plan.isComplete(tally);
    if (!complete && (walking || depth == DEEPEST)) {
      return deep(live, plan, copy, tally);
    }
    Object known = beans.putIfAbsent(live, copy, ScalarFields.fingerprint(tally));
    if (known != null) {
      return known;
    }
    meter.node(plan.bytes() + Character.BYTES * ScalarFields.characters(tally));
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
    Object known = beans.get(live, ScalarFields.fingerprint(tally));
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
      later(frame);
    }
  }

  private @Nullable Object descend(Object live, Plan plan) throws Uncapturable {
    boolean outer = pending;
    pending = false;
    depth++;
    meter.node(plan.bytes());
    Object copy = shell(live, plan);
    if (copy != null) {
      made.add(live, copy, plan.lane);
      contents(live, copy, plan);
    } else {
      begin(live, plan);
      copy = build(live, plan);
      copy = pending ? null : copy;
      made.replace(live, copy == null ? NOT_YET : copy, plan.lane);
    }
    depth--;
    pending = outer || copy == null;
    return copy;
  }

  private void later(WalkFrame frame) {
    if (again == null) {
      again = new ArrayList<>();
    }
    again.add(frame);
  }

  private @Nullable Object walk(WalkFrame root) throws Uncapturable {
    boolean outer = pending;
    walking = true;
    stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      WalkFrame top = stack.element();
      if (!top.started && noted(top) != null) {
        stack.pop(); // Two parts refer to it, and the other one was copied first.
        continue;
      }
      int before = stack.size();
      pending = false;
      if (run(top)) {
        stack.pop();
      } else if (stack.size() == before) {
        made.replace(top.live, NOT_YET, top.plan.lane);
        stack.pop();
      }
    }
    walking = false;
    Object copy = noted(root);
    pending = outer || copy == null;
    return copy;
  }

  private @Nullable Object noted(WalkFrame frame) {
    if (frame.plan instanceof BeanPlan) {
      return beans.get(frame.live, ScalarFields.fingerprint(frame.tally));
    }
    Object known = made.get(frame.live, frame.plan.lane);
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
      made.replace(frame.live, copy, frame.plan.lane);
      return true;
    }
    fill(frame.live, copy, frame.plan);
    if (pending && stack.size() == before) {
      later(frame);
    }
    return stack.size() == before;
  }

  private void start(WalkFrame frame) throws Uncapturable {
    frame.started = true;
    Object shell = frame.shell;
    if (shell != null) {
      meter.node(frame.plan.bytes() + Character.BYTES * ScalarFields.characters(frame.tally));
      beans.putIfAbsent(frame.live, shell, ScalarFields.fingerprint(frame.tally));
      return;
    }
    meter.node(frame.plan.bytes());
    shell = shell(frame.live, frame.plan);
    frame.shell = shell;
    if (shell == null) {
      begin(frame.live, frame.plan);
    } else {
      made.add(frame.live, shell, frame.plan.lane);
    }
  }

  private void begin(Object live, Plan plan) {
    if (made.get(live, plan.lane) == null) {
      made.add(live, UNDER_WAY, plan.lane);
    } else {
      made.replace(live, UNDER_WAY, plan.lane); // An earlier attempt left its entry.
    }
  }

  /** Runs the fills that had to wait. Call it once, after the last part. */
  public void finish() throws Uncapturable {
    for (int i = 0; again != null && i < again.size(); i++) {
      WalkFrame frame = again.get(i);
      Object copy = frame.shell;
      pending = false;
      if (copy != null) {
        fill(frame.live, copy, frame.plan);
      }
      if (pending) {
        throw CopyFailures.cycle(frame.live);
      }
    }
    for (int i = 0; last != null && i < last.size(); i++) {
      last.get(i).run();
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

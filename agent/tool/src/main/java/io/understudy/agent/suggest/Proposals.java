package io.understudy.agent.suggest;

import io.understudy.agent.check.PointCheck;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.counting.Counted;
import io.understudy.agent.service.Method;
import io.understudy.agent.service.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Turns operations into call points, groups them by class, and puts the most promising first. */
final class Proposals {
  private final Application application;
  private final PointCheck check;
  private final Candidates candidates;
  private final Wishes wishes;
  private final List<Group> groups = new ArrayList<>();
  private final @Nullable Calls calls;
  private int shown;
  private int uncalled;
  private int leftOut;

  private Proposals(
      Application application,
      PointCheck check,
      Candidates candidates,
      Wishes wishes,
      @Nullable Calls calls) {
    this.wishes = wishes;
    this.calls = calls;
    this.application = application;
    this.check = check;
    this.candidates = candidates;
  }

  /**
   * Proposes call points for operations, as many as are wished at the most; the others are counted.
   *
   * @param calls what a JVM really called, which then decides on the order; null where nobody knows
   */
  static Proposals of(
      List<Operation> operations,
      Application application,
      PointCheck check,
      Candidates candidates,
      Wishes wishes,
      @Nullable Calls calls) {
    Proposals proposals = new Proposals(application, check, candidates, wishes, calls);
    Map<String, List<Operation>> byClass = new TreeMap<>();
    for (Operation each : operations) {
      byClass.computeIfAbsent(each.root.owner, n -> new ArrayList<>()).add(each);
    }
    List<Group> ranked = new ArrayList<>();
    byClass.forEach((owner, list) -> ranked.add(proposals.group(owner, list)));
    ranked.sort(Comparator.comparing(Group::score).reversed()); // stable: then by name
    for (Group group : ranked) {
      proposals.fill(group);
    }
    return proposals;
  }

  /** The classes with something to show, the most promising first. */
  List<Group> groups() {
    return groups;
  }

  /** How many operations were left out, for they were counted and not called. */
  int uncalled() {
    return uncalled;
  }

  /** How many operations were left out, for there are more promising ones. */
  int leftOut() {
    return leftOut;
  }

  private Group group(String owner, List<Operation> operations) {
    Outline type = application.find(owner);
    if (type == null) {
      throw new IllegalStateException(owner);
    }
    List<Proposal> proposals = new ArrayList<>();
    operations.forEach(each -> proposals.add(proposal(type, each)));
    proposals.sort(
        Comparator.comparing((Proposal each) -> -each.calls).thenComparing(each -> -each.score));
    Group group = new Group(owner, standing(type, operations, proposals));
    group.proposals.addAll(proposals);
    return group;
  }

  private Standing standing(Outline type, List<Operation> operations, List<Proposal> proposals) {
    if (calls != null) {
      return Standing.of(proposals.stream().mapToLong(each -> each.calls).sum());
    }
    int others =
        operations.stream()
            .mapToInt(each -> each.bodies.size() - (each.isOf(type.name) ? 1 : 0))
            .max()
            .orElse(0);
    return Standing.of(type, application, others);
  }

  private Proposal proposal(Outline type, Operation operation) {
    Method method = operation.root;
    boolean overloaded =
        type.methods.stream().filter(m -> m.isWritten() && m.name.equals(method.name)).count() > 1;
    MethodRef control =
        new MethodRef(type.name, method.name, overloaded ? method.parameters() : null);
    int callers = operation.callers(application);
    int score = Math.min(10, callers) + (method.hasParameters() ? 5 : 0);
    Proposal proposal = new Proposal(operation, control);
    if (calls != null) {
      Counted counted = calls.of(operation);
      proposal.calls = counted.calls;
      proposal.remarks.add(Calls.text(counted));
    } else if (callers > 0) {
      proposal.remarks.add("called from " + Standing.count(callers, "class", "classes"));
    }
    if (operation.isShared()) {
      proposal.remarks.add(operation.bodies.size() + " classes have it");
    }
    if (!method.isVoid()) {
      score += 10;
    } else if (proposal.comparesArguments()) {
      proposal.remarks.add("void: how it leaves its arguments is compared");
    } else {
      score -= 25;
      proposal.remarks.add(
          "void, and takes nothing that it could change: only whether it throws is compared");
    }
    proposal.score = operation.saysThatItWrites() ? score - 30 : score;
    return proposal;
  }

  /** Checks what is to be shown of a class; nothing is looked up for what is not. */
  private void fill(Group group) {
    List<Proposal> kept = new ArrayList<>();
    for (Proposal proposal : group.proposals) {
      if (calls != null && proposal.calls == 0 && !wishes.uncalled) {
        uncalled++;
        continue;
      }
      if (shown >= wishes.most) {
        leftOut++;
        continue;
      }
      proposal.refusal = refusal(proposal);
      if (proposal.refusal == null) {
        shown++;
        proposal.candidate = candidates.find(proposal.operation, proposal.control);
      }
      kept.add(proposal);
    }
    group.proposals.clear();
    group.proposals.addAll(kept);
    if (!kept.isEmpty()) {
      groups.add(group);
    }
  }

  private @Nullable String refusal(Proposal proposal) {
    MethodRef control = proposal.control;
    if (!control.toString().matches("[^\\p{C}]*")) {
      return "its name cannot be written";
    }
    try {
      MethodRef.parse(control.toString());
    } catch (IllegalArgumentException e) {
      return "its name cannot be written";
    }
    List<String> errors = check.control(control, proposal.operation.isShared());
    return errors.isEmpty() ? null : String.join("; ", errors).replace("cannot be captured: ", "");
  }

  /** Whether something that is given to the method may be changed by it. */
  static boolean takesMutable(Method method) {
    for (Type type : Type.getArgumentTypes(method.descriptor)) {
      boolean object = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
      if (object
          && !type.getClassName()
              .matches("java\\.(lang|math|time)\\.\\w+|java\\.util\\.(UUID|Locale|Currency)")) {
        return true;
      }
    }
    return false;
  }
}

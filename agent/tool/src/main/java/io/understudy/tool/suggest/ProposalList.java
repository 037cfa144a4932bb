package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.counting.MethodCount;
import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.MethodOutline;
import io.understudy.tool.check.CallPointCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Turns operations into call points, groups them by class, and puts the most promising first. */
final class ProposalList {
  private final ApplicationClasses application;
  private final CallPointCheck check;
  private final CandidateSearch candidates;
  private final SuggestOptions options;
  private final List<ProposalGroup> groups = new ArrayList<>();
  private final @Nullable OperationCalls calls;
  private int selected;
  private int uncalled;
  private int leftOut;

  private ProposalList(
      ApplicationClasses application,
      CallPointCheck check,
      CandidateSearch candidates,
      SuggestOptions options,
      @Nullable OperationCalls calls) {
    this.options = options;
    this.calls = calls;
    this.application = application;
    this.check = check;
    this.candidates = candidates;
  }

  /**
   * Proposes call points for operations, up to the maximum of the options; the others are counted.
   *
   * @param calls the counted calls of a JVM, which decide the order; null without counts
   */
  static ProposalList of(
      List<Operation> operations,
      ApplicationClasses application,
      CallPointCheck check,
      CandidateSearch candidates,
      SuggestOptions options,
      @Nullable OperationCalls calls) {
    ProposalList proposals = new ProposalList(application, check, candidates, options, calls);
    Map<String, List<Operation>> byClass = new TreeMap<>();
    for (Operation each : operations) {
      byClass.computeIfAbsent(each.root.owner, n -> new ArrayList<>()).add(each);
    }
    List<ProposalGroup> ranked = new ArrayList<>();
    byClass.forEach((owner, list) -> ranked.add(proposals.group(owner, list)));
    ranked.sort(Comparator.comparing(ProposalGroup::score).reversed()); // stable: then by name
    for (ProposalGroup group : ranked) {
      proposals.select(group);
    }
    return proposals;
  }

  /** The classes with proposals, the most promising first. */
  List<ProposalGroup> groups() {
    return groups;
  }

  /** The number of operations left out because they were counted and not called. */
  int uncalled() {
    return uncalled;
  }

  /** The number of operations left out because the maximum was reached. */
  int leftOut() {
    return leftOut;
  }

  private ProposalGroup group(String owner, List<Operation> operations) {
    ClassOutline type = application.find(owner);
    if (type == null) {
      throw new IllegalStateException(owner);
    }
    List<Proposal> proposals = new ArrayList<>();
    operations.forEach(each -> proposals.add(proposal(type, each)));
    proposals.sort(
        Comparator.comparing((Proposal each) -> -each.calls).thenComparing(each -> -each.score));
    ProposalGroup group = new ProposalGroup(owner, serviceScore(type, operations, proposals));
    group.proposals.addAll(proposals);
    return group;
  }

  private ServiceScore serviceScore(
      ClassOutline type, List<Operation> operations, List<Proposal> proposals) {
    if (calls != null) {
      return ServiceScore.of(proposals.stream().mapToLong(each -> each.calls).sum());
    }
    int others =
        operations.stream()
            .mapToInt(each -> each.bodies.size() - (each.hasBodyIn(type.name) ? 1 : 0))
            .max()
            .orElse(0);
    return ServiceScore.of(type, application, others);
  }

  private Proposal proposal(ClassOutline type, Operation operation) {
    MethodOutline method = operation.root;
    boolean overloaded =
        type.methods.stream().filter(m -> m.isWritten() && m.name.equals(method.name)).count() > 1;
    MethodRef control =
        new MethodRef(type.name, method.name, overloaded ? method.parameters() : null);
    int callers = operation.callers(application);
    int score = Math.min(10, callers) + (method.hasParameters() ? 5 : 0);
    Proposal proposal = new Proposal(operation, control);
    if (calls != null) {
      MethodCount counted = calls.of(operation);
      proposal.calls = counted.calls;
      proposal.remarks.add(OperationCalls.text(counted));
    } else if (callers > 0) {
      proposal.remarks.add("called from " + ServiceScore.count(callers, "class", "classes"));
    }
    if (operation.isShared()) {
      int bodies = operation.bodies.size();
      proposal.remarks.add(
          bodies == 1 ? "1 class implements it" : bodies + " classes implement it");
    }
    if (!method.isVoid()) {
      score += 10;
    } else if (proposal.comparesArguments()) {
      proposal.remarks.add("void: its arguments are compared after the call");
    } else {
      score -= 25;
      proposal.remarks.add("void, without mutable arguments: only exceptions are compared");
    }
    proposal.score = operation.saysThatItWrites() ? score - 30 : score;
    return proposal;
  }

  /** Checks the proposals of a class that are shown, and no others. */
  private void select(ProposalGroup group) {
    List<Proposal> kept = new ArrayList<>();
    for (Proposal proposal : group.proposals) {
      if (calls != null && proposal.calls == 0 && !options.listsUncalled) {
        uncalled++;
        continue;
      }
      if (selected >= options.maximum) {
        leftOut++;
        continue;
      }
      proposal.refusal = refusal(proposal);
      if (proposal.refusal == null) {
        selected += options.comments(proposal.operation) ? 0 : 1;
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
      return "its name cannot be written in a configuration";
    }
    try {
      MethodRef.parse(control.toString());
    } catch (IllegalArgumentException e) {
      return "its name cannot be written in a configuration";
    }
    List<String> errors = check.control(control, proposal.operation.isShared());
    return errors.isEmpty() ? null : String.join("; ", errors).replace("cannot be captured: ", "");
  }

  /** Whether the method has a parameter whose value it can change. */
  static boolean hasMutableParameter(MethodOutline method) {
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

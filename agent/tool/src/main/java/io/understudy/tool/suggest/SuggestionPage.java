package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import org.jspecify.annotations.Nullable;

/** Writes proposals as a configuration that can be read as it is, with comments for people. */
final class SuggestionPage {
  private final StringBuilder out = new StringBuilder();
  private final CallPointNames names = new CallPointNames();
  private final SuggestOptions wishes;
  private int active;

  /** An empty page. */
  SuggestionPage(SuggestOptions wishes) {
    this.wishes = wishes;
  }

  /** Adds a line of explanation. */
  void comment(String text) {
    line("#" + (text.isEmpty() ? "" : " ") + printable(text));
  }

  /** Adds a line as it is. */
  void line(String text) {
    out.append(text).append('\n');
  }

  /** Adds the proposals of a class. */
  void group(ProposalGroup group) {
    line("");
    line("  # " + printable(group.className + ": " + group.standing));
    for (Proposal proposal : group.proposals) {
      if (proposal.refusal == null) {
        callPoint(proposal);
      } else {
        line("  # Not capturable: " + printable(proposal.operation + ": " + proposal.refusal));
      }
    }
  }

  /** How many call points are no comments. */
  int active() {
    return active;
  }

  private void callPoint(Proposal proposal) {
    boolean risky = !wishes.writes && proposal.operation.saysThatItWrites();
    if (risky) {
      line("  # Its name says that it writes, and then the candidate would write too:");
    }
    active += risky ? 0 : 1;
    String indent = risky ? "  # " : "  ";
    String name = names.of(proposal.control);
    if (name != null) {
      line(indent + "- name: " + name);
    }
    line(
        indent
            + (name == null ? "- " : "  ")
            + "control: "
            + proposal.control
            + remark(String.join("; ", proposal.remarks)));
    if (proposal.operation.isShared()) {
      line(indent + "  packages: [" + String.join(", ", wishes.scope().packages().names()) + "]");
    }
    candidate(indent + "  ", proposal.candidate, proposal.control);
    if (proposal.comparesArguments()) {
      line(indent + "  compare: { arguments: true }");
    }
  }

  private void candidate(String indent, @Nullable CandidateMethod candidate, MethodRef control) {
    if (candidate == null) {
      line(indent + "candidate: " + new MethodRef(MethodRef.OPEN, control.methodName(), null));
      return;
    }
    line(indent + "candidate: " + candidate.method + remark(candidate.likeness.reason()));
    if (candidate.factory != null) {
      line(indent + "factory: " + candidate.factory);
    }
  }

  private static String remark(String text) {
    return text.isEmpty() ? "" : "  # " + printable(text);
  }

  /** Names in class files may hold anything. */
  private static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }

  /** The whole page. */
  @Override
  public String toString() {
    return out.toString();
  }
}

package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import org.jspecify.annotations.Nullable;

/** Writes proposals as a valid configuration with comments. Not thread-safe. */
final class SuggestionPage {
  private final StringBuilder out = new StringBuilder();
  private final CallPointNames names = new CallPointNames();
  private final SuggestOptions options;
  private int active;

  /** Starts an empty page. */
  SuggestionPage(SuggestOptions options) {
    this.options = options;
  }

  /** Adds a comment line. */
  void comment(String text) {
    line("#" + (text.isEmpty() ? "" : " ") + printable(text));
  }

  /** Adds a line without any change. */
  void line(String text) {
    out.append(text).append('\n');
  }

  /** Adds the proposals of a class. */
  void group(ProposalGroup group) {
    line("");
    line("  # " + printable(group.className + ": " + group.serviceScore));
    for (Proposal proposal : group.proposals) {
      if (proposal.refusal == null) {
        callPoint(proposal);
      } else {
        line("  # Not capturable: " + printable(proposal.operation + ": " + proposal.refusal));
      }
    }
  }

  /** The number of call points, without those in comments. */
  int active() {
    return active;
  }

  private void callPoint(Proposal proposal) {
    boolean risky = options.comments(proposal.operation);
    if (risky) {
      line("  # Its name or an annotation says that it writes, so the candidate would write too:");
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
      line(indent + "  packages: [" + String.join(", ", options.scope().packages().names()) + "]");
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
    line(indent + "candidate: " + candidate.method + remark(candidate.similarity.reason()));
    if (candidate.factory != null) {
      line(
          indent
              + "factory: "
              + candidate.factory
              + (candidate.factory.isOpen()
                  ? remark(
                      "its constructors take parameters: name a static method that returns the"
                          + " instance")
                  : ""));
    }
  }

  private static String remark(String text) {
    return text.isEmpty() ? "" : "  # " + printable(text);
  }

  /** Replaces control characters: names in class files may contain any character. */
  private static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }

  /** The whole page. */
  @Override
  public String toString() {
    return out.toString();
  }
}

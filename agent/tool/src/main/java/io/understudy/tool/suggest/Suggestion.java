package io.understudy.tool.suggest;

import io.understudy.agent.counting.CallCounts;
import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.PackageNames;
import io.understudy.tool.check.CallPointCheck;
import io.understudy.tool.classpath.ClassPathFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an application's class files and proposes a configuration. */
final class Suggestion {
  private final String text;
  private final int classes;
  private final int callPoints;

  private Suggestion(String text, int classes, int callPoints) {
    this.text = text;
    this.classes = classes;
    this.callPoints = callPoints;
  }

  /** Proposes call points for the methods of some classes of a class path. */
  static Suggestion of(ClassPathFiles files, SuggestOptions wishes) {
    return of(files, wishes, null);
  }

  /**
   * Proposes call points for the methods of some classes of a class path, by their calls.
   *
   * @param figures what a JVM really called; null where nobody has counted
   */
  static Suggestion of(ClassPathFiles files, SuggestOptions wishes, @Nullable CallCounts figures) {
    ApplicationClasses application = ApplicationClasses.read(files, wishes.scope()::contains);
    OperationFinder operations = OperationFinder.of(application);
    CallPointCheck check = new CallPointCheck(files);
    CandidateSearch candidates =
        CandidateSearch.among(
            replacement(files, wishes, application), check, wishes.scope().candidates() != null);
    ProposalList proposals =
        ProposalList.of(
            operations.list(),
            application,
            check,
            candidates,
            wishes,
            figures == null ? null : new OperationCalls(figures));
    return write(wishes, application, operations, proposals, figures);
  }

  /** What is named as the replacement; else classes elsewhere that are called the same. */
  private static ApplicationClasses replacement(
      ClassPathFiles files, SuggestOptions wishes, ApplicationClasses application) {
    PackageNames named = wishes.scope().candidates();
    if (named != null) {
      return ApplicationClasses.read(files, named::contain);
    }
    Set<String> simpleNames = new HashSet<>();
    application.classes().forEach(type -> simpleNames.add(type.simpleName()));
    return ApplicationClasses.read(
        files,
        name ->
            !wishes.scope().packages().contain(name)
                && simpleNames.contains(ClassOutline.simple(name)));
  }

  private static Suggestion write(
      SuggestOptions wishes,
      ApplicationClasses application,
      OperationFinder operations,
      ProposalList proposals,
      @Nullable CallCounts figures) {
    SuggestionPage page = new SuggestionPage(wishes);
    page.comment(
        "Proposed by understudy suggest for "
            + wishes.scope().packages()
            + (figures == null ? ", the most promising first." : ", the most called first."));
    page.comment(
        "Names do not say all: take out what writes, sends or pays, for the candidate would do");
    page.comment(
        "it again. Name the new method where it says TODO; what is named was found by its name");
    page.comment("alone. Then: java -jar understudy-agent.jar check FILE --classpath PATH");
    page.comment("");
    census(application, operations).forEach(page::comment);
    if (figures != null) {
      page.comment(counted(figures, proposals));
    }
    page.line("");
    page.line("application: application  # what the evidence calls it");
    page.line("");
    page.line("calls:");
    proposals.groups().forEach(page::group);
    if (proposals.leftOut() > 0) {
      page.line("");
      page.line(
          "  # "
              + ServiceScore.count(
                  proposals.leftOut(), "less promising method", "less promising methods")
              + " were left out; --most "
              + (wishes.most + proposals.leftOut())
              + " shows all.");
    }
    return new Suggestion(page.toString(), application.classes().size(), page.active());
  }

  private static String counted(CallCounts figures, ProposalList proposals) {
    long called = figures.methods().stream().filter(each -> each.calls > 0).count();
    String text =
        String.format(
            Locale.ROOT,
            "Counted for %,.1f s: %,d of %,d methods were called.",
            figures.millis() / 1e3,
            called,
            figures.methods().size());
    return proposals.uncalled() == 0
        ? text
        : text + " Those that were not are left out; --uncalled shows them.";
  }

  private static List<String> census(ApplicationClasses application, OperationFinder operations) {
    List<String> parts = new ArrayList<>();
    operations
        .kinds()
        .forEach(
            (kind, count) ->
                parts.add(0, ServiceScore.count(count, kind.singular(), kind.plural())));
    int all = application.classes().size();
    List<String> lines = new ArrayList<>();
    lines.add(ServiceScore.count(all, "class", "classes") + ": " + String.join(", ", parts) + ".");
    if (application.unreadable() > 0) {
      lines.add(
          ServiceScore.count(application.unreadable(), "class file", "class files")
              + " could not be read.");
    }
    return lines;
  }

  /** The configuration; it can be read where {@link #callPoints} is not 0. */
  String text() {
    return text;
  }

  /** How many call points are proposed, apart from those in comments. */
  int callPoints() {
    return callPoints;
  }

  /** How many classes were looked at. */
  int classes() {
    return classes;
  }
}

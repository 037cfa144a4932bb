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

/** A proposed configuration for the class files of an application. Immutable. */
final class Suggestion {
  private final String text;
  private final int classes;
  private final int callPoints;

  private Suggestion(String text, int classes, int callPoints) {
    this.text = text;
    this.classes = classes;
    this.callPoints = callPoints;
  }

  /** Proposes call points by the names and structure of classes. */
  static Suggestion of(ClassPathFiles files, SuggestOptions options) {
    return of(files, options, null);
  }

  /**
   * Proposes call points by the calls that a JVM made.
   *
   * @param counts the counted calls; null to propose by names and structure
   */
  static Suggestion of(ClassPathFiles files, SuggestOptions options, @Nullable CallCounts counts) {
    ApplicationClasses application = ApplicationClasses.read(files, options.scope()::contains);
    OperationFinder operations = OperationFinder.of(application);
    CallPointCheck check = new CallPointCheck(files);
    CandidateSearch candidates =
        CandidateSearch.among(
            replacement(files, options, application), check, options.scope().candidates() != null);
    ProposalList proposals =
        ProposalList.of(
            operations.list(),
            application,
            check,
            candidates,
            options,
            counts == null ? null : new OperationCalls(counts));
    return write(options, application, operations, proposals, counts);
  }

  /**
   * Reads the packages of the candidates; without them, classes elsewhere with the same simple
   * name.
   */
  private static ApplicationClasses replacement(
      ClassPathFiles files, SuggestOptions options, ApplicationClasses application) {
    PackageNames named = options.scope().candidates();
    if (named != null) {
      return ApplicationClasses.read(files, named::contain);
    }
    Set<String> simpleNames = new HashSet<>();
    application.classes().forEach(type -> simpleNames.add(type.simpleName()));
    return ApplicationClasses.read(
        files,
        name ->
            !options.scope().packages().contain(name)
                && simpleNames.contains(ClassOutline.simple(name)));
  }

  private static Suggestion write(
      SuggestOptions options,
      ApplicationClasses application,
      OperationFinder operations,
      ProposalList proposals,
      @Nullable CallCounts counts) {
    SuggestionPage page = new SuggestionPage(options);
    page.comment(
        "Proposed by understudy suggest for "
            + options.scope().packages()
            + (counts == null ? ", the most promising first." : ", the most called first."));
    page.comment(
        "Names do not tell everything. Remove methods that write, send or pay, because the");
    page.comment(
        "candidate would do it again. Replace each TODO with the new method; the others were");
    page.comment(
        "found by name only. Then: java -jar understudy-agent.jar check FILE --classpath PATH");
    page.comment("");
    census(application, operations).forEach(page::comment);
    if (counts != null) {
      page.comment(counted(counts, proposals));
    }
    page.line("");
    page.line("application: application  # the name in the journal");
    page.line("");
    page.line("calls:");
    proposals.groups().forEach(page::group);
    if (proposals.leftOut() > 0) {
      page.line("");
      page.line(
          "  # "
              + ServiceScore.count(
                  proposals.leftOut(), "less promising method", "less promising methods")
              + (proposals.leftOut() == 1 ? " was" : " were")
              + " left out; --most "
              + (options.maximum + proposals.leftOut())
              + " shows all.");
    }
    return new Suggestion(page.toString(), application.classes().size(), page.active());
  }

  private static String counted(CallCounts counts, ProposalList proposals) {
    long called = counts.methods().stream().filter(each -> each.calls > 0).count();
    String text =
        String.format(
            Locale.ROOT,
            "Counted for %,.1f s: %,d of %,d methods were called.",
            counts.millis() / 1e3,
            called,
            counts.methods().size());
    return proposals.uncalled() == 0
        ? text
        : text + " The others are left out; --uncalled shows them.";
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

  /** The configuration; it is valid unless {@link #callPoints} is 0. */
  String text() {
    return text;
  }

  /** The number of proposed call points, without those in comments. */
  int callPoints() {
    return callPoints;
  }

  /** The number of classes that were read. */
  int classes() {
    return classes;
  }
}

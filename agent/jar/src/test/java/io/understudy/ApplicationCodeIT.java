package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L1: no method, constructor, initialiser or hook of the application runs on the calling thread
 * because something is copied or frozen. The application {@code counted} has objects in every
 * position whose methods all count.
 */
final class ApplicationCodeIT {
  /** What runs on the pool, with copies; see docs/safety.md. */
  private static final Predicate<String> ON_THE_POOL =
      Pattern.compile(
              "POOL (Own\\w+\\.(iterator|listIterator|entrySet|size|get|getKey|getValue|hashCode)"
                  + "|Text\\.(length|toString)|Counted\\.compareTo|Order\\.compare|lambda\\.compare"
                  + "|Loud\\.(getMessage|getCause|toString)|Counted\\.toString|Last\\.size"
                  + "|counted\\.of\\.\\w+\\.(size|getMessage|getCause))")
          .asPredicate();

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void callingThreadRunsNothing(int java) throws Exception {
    Path byteBuddy =
        Paths.get(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Run run =
        ChildJvm.of(java, directory)
            .classPath(byteBuddy)
            .appOf("counted")
            .yaml(
                "calls:\n"
                    + "  - { name: give, control: counted.Legacy#give, candidate: counted.Next#give }\n"
                    + "  - { name: take, control: counted.Legacy#take, candidate: counted.Next#take,"
                    + " compare: { arguments: true } }\n"
                    + "  - { name: fail, control: counted.Legacy#fail, candidate: counted.Next#fail,"
                    + " compare: { exceptions: { message: true, cause: true } } }\n")
            .run("counted.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).as(run.toString()).contains(", on the calling thread 0\n");
    assertThat(run.out().split("\n"))
        .filteredOn(line -> line.startsWith("POOL "))
        .isNotEmpty()
        .allMatch(ON_THE_POOL);
    for (String point : new String[] {"give", "take", "fail"}) {
      PointTotals books = run.books(point);
      assertThat(books.fate(Fate.MATCHED) + books.fate(Fate.UNCAPTURED))
          .as(run.toString())
          .isEqualTo(books.intercepted());
      assertThat(books.fate(Fate.UNCAPTURED)).as(run.toString()).isLessThan(30);
    }
  }
}

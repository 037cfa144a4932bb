package app;

import app.api.Note;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Executes commands line by line, and prints a reply to each. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    say("ready");
    if (arguments.length > 0) {
      return;
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line) {
        case "call":
          call();
          say("called");
          break;
        case "loaders":
          System.gc();
          say(loaders());
          break;
        default:
          say("bye");
          return;
      }
    }
  }

  private static void say(String text) {
    System.out.println("> " + text);
    System.out.flush();
  }

  private static void call() {
    Tariff tariff = new Tariff();
    for (int cents = 0; cents < 100; cents++) {
      tariff.tax(cents);
    }
    Note note = new Note();
    note.text = "four";
    tariff.length(note);
    Line line = new Line();
    tariff.first(line);
    List<Line> lines = new ArrayList<>();
    lines.add(line);
    tariff.sum(lines);
    tariff.surroundings();
  }

  /** The number of class loaders of candidates that were not collected. */
  private static String loaders() {
    int count = 0;
    for (WeakReference<ClassLoader> each : Note.LOADERS) {
      count += each.get() == null ? 0 : 1;
    }
    return count + " of " + Note.LOADERS.size();
  }
}

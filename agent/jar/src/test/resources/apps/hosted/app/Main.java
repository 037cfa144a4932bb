package app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;

/** Executes commands line by line, and prints a reply to each. */
public class Main {
  private static int orders;

  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    say("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      if (words.length < 2) {
        say("bye");
        return;
      }
      for (int i = 0; i < Integer.parseInt(words[1]); i++) {
        call(words[0], i);
      }
      say("done");
    }
  }

  private static void say(String text) {
    System.out.println("> " + text);
    System.out.flush();
  }

  private static void call(String method, int i) {
    Legacy legacy = new Legacy();
    switch (method) {
      case "quote":
        try {
          legacy.quote(new Legacy.Order("customer " + orders, orders++ % 10));
        } catch (IllegalArgumentException empty) {
          return;
        }
        break;
      case "slow":
        legacy.slow(i);
        break;
      default:
        legacy.clear(new ArrayList<>(Arrays.asList("a", "b")));
    }
  }
}

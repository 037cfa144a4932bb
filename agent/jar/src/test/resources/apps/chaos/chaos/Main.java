package chaos;

import java.util.Arrays;

/** Runs the action that its first argument names. */
public class Main {
  private Main() {}

  public static void main(String[] words) throws Throwable {
    Counter.open(System.getProperty("chaos.count"));
    Action action = (Action) Class.forName("chaos." + words[0]).getConstructor().newInstance();
    action.run(Arrays.copyOfRange(words, 1, words.length));
    System.out.println("end of main");
  }
}

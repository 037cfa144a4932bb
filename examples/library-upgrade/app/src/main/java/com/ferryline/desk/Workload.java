package com.ferryline.desk;

import com.ferryline.api.Sailing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** The requests of a week at the booking desk, the same on every run. Uses no library. */
public final class Workload {
  private static final String[] PORTS = {
    "Europe/London", "Europe/Amsterdam", "Europe/Istanbul", "Europe/Kyiv", "Europe/Kiev",
    "Africa/Cairo", "America/Sao_Paulo", "Asia/Tokyo", "America/New_York", "Europe/Berlin"
  };

  private static final String[] NAMES = {
    "Martha Harbour", "Marhta Harbor", "Dixon", "Dicksonx", "O'Neil", "Oneill", "Sørensen",
    "Sorensen", "de la Cruz", "Delacruz", "Ng", "Li", "", "Émile Zola"
  };

  private static final String[] DELAYS = {
    "PT0S", "PT90S", "PT0.5S", "PT-0.5S", "PT-1.25S", "PT-2S", "PT12.125S", "PT-0.001S", "late"
  };

  private final Random random;
  private final List<Request> requests = new ArrayList<>();

  /** One request. */
  public static final class Request {
    /** The method that it calls. */
    public final String method;

    private final Function<Desk, Object> call;

    Request(String method, Function<Desk, Object> call) {
      this.method = method;
      this.call = call;
    }

    /** Makes the call of the request. */
    public Object of(Desk desk) {
      return call.apply(desk);
    }
  }

  private Workload(long seed) {
    random = new Random(seed);
  }

  /** Returns the requests, in order. */
  public static List<Request> of(long seed, int count) {
    Workload workload = new Workload(seed);
    for (int i = 0; i < count; i++) {
      workload.requests.add(workload.next(i % 8));
    }
    return workload.requests;
  }

  private String any(String[] texts) {
    return texts[random.nextInt(texts.length)];
  }

  private Request next(int kind) {
    String one = any(NAMES);
    String other = any(NAMES);
    switch (kind) {
      case 0:
      case 1:
        Sailing sailing = sailing();
        return new Request("arrival", desk -> desk.timetable.arrival(sailing));
      case 2:
        String delay = any(DELAYS);
        return new Request("delay", desk -> desk.timetable.delay(delay));
      case 3:
        return new Request("distance", desk -> desk.passengers.distance(one, other));
      case 4:
        return new Request("commonLetters", desk -> desk.passengers.commonLetters(one, other));
      case 5:
        return random.nextBoolean()
            ? new Request("wrongLetters", desk -> desk.passengers.wrongLetters(one, other))
            : new Request("edits", desk -> desk.passengers.edits(one, other));
      case 6:
        Map<String, String> values = new HashMap<>();
        values.put("name", one);
        values.put("greeting", "Dear ${name}");
        String template = "${greeting}, ${ship:-your ship} ${gone}";
        return new Request("fill", desk -> desk.letters.fill(template, values));
      default:
        String text = one + " & " + other + " sail to TOMORROW'S islands";
        return new Request("headline", desk -> desk.letters.headline(text));
    }
  }

  private Sailing sailing() {
    int hour = random.nextInt(24);
    // The nights when clocks change are sailing days too.
    String day = any(new String[] {"2024-01-15", "2024-03-31", "2024-07-15", "2024-10-27"});
    String departs = day + (hour < 10 ? "T0" : "T") + hour + ":30";
    return new Sailing(any(PORTS), departs, any(PORTS), 30 * random.nextInt(40));
  }
}

package io.understudy.agent.snapshot.survey;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.Charset;
import java.text.ChoiceFormat;
import java.text.Collator;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.text.StringCharacterIterator;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns, formats, collators, positions in texts and buffers. */
final class TextSamples extends SampleGroup {
  @Override
  void fill() {
    put("Pattern", () -> Pattern.compile("a"), () -> Pattern.compile("a", Pattern.DOTALL));
    put("MatchResult", () -> match("xa"), () -> match("a"));
    put("SimpleDateFormat", () -> format("yyyy"), () -> format("yy"));
    put("DecimalFormat", () -> new DecimalFormat("0.0"), () -> new DecimalFormat("0.00"));
    put("ChoiceFormat", () -> new ChoiceFormat("0#a"), () -> new ChoiceFormat("0#b"));
    put("MessageFormat", () -> new MessageFormat("a {0}"), () -> new MessageFormat("b {0}"));
    put(
        "DecimalFormatSymbols",
        () -> DecimalFormatSymbols.getInstance(Locale.GERMANY),
        () -> DecimalFormatSymbols.getInstance(Locale.US));
    put(
        "DateFormatSymbols",
        () -> DateFormatSymbols.getInstance(Locale.GERMANY),
        () -> DateFormatSymbols.getInstance(Locale.US));
    put("Collator", () -> Collator.getInstance(Locale.GERMANY), () -> primary());
    put(
        "CollationKey",
        () -> Collator.getInstance(Locale.GERMANY).getCollationKey("a"),
        () -> Collator.getInstance(Locale.GERMANY).getCollationKey("b"));
    put("ParsePosition", () -> new ParsePosition(5), () -> new ParsePosition(6));
    put("FieldPosition", () -> new FieldPosition(1), () -> new FieldPosition(2));
    put(
        "StringCharacterIterator",
        () -> new StringCharacterIterator("ab", 1),
        () -> new StringCharacterIterator("ab", 0));
    put("Charset", () -> Charset.forName("UTF-8"), () -> Charset.forName("UTF-16"));
    put("ByteBuffer", () -> ByteBuffer.wrap(new byte[] {1}), () -> ByteBuffer.wrap(new byte[] {2}));
    put("CharBuffer", () -> CharBuffer.wrap("ab".toCharArray()), () -> CharBuffer.wrap("ac"));
    put("ShortBuffer", () -> ShortBuffer.wrap(new short[1]), () -> ShortBuffer.wrap(new short[2]));
    put("IntBuffer", () -> IntBuffer.wrap(new int[1]), () -> IntBuffer.wrap(new int[2]));
    put("LongBuffer", () -> LongBuffer.wrap(new long[1]), () -> LongBuffer.wrap(new long[2]));
    put("FloatBuffer", () -> FloatBuffer.wrap(new float[1]), () -> FloatBuffer.wrap(new float[2]));
    put(
        "DoubleBuffer",
        () -> DoubleBuffer.wrap(new double[] {0.5}),
        () -> DoubleBuffer.wrap(new double[] {0.25}));
  }

  private static Object match(String text) {
    Matcher matcher = Pattern.compile("a").matcher(text);
    matcher.find();
    return matcher.toMatchResult();
  }

  private static Object format(String pattern) {
    SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
    format.set2DigitYearStart(new Date(0));
    return format;
  }

  private static Object primary() {
    Collator collator = Collator.getInstance(Locale.GERMANY);
    collator.setStrength(Collator.PRIMARY);
    return collator;
  }
}

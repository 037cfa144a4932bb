package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import kotlin.jvm.JvmInline;
import org.junit.jupiter.api.Test;

/** Arguments of types with a special shape. */
class CopierLibraryTest {
  @Test
  void bufferWithItsPositionLimitAndOrder() throws Uncapturable {
    ByteBuffer live = ByteBuffer.allocateDirect(4).order(ByteOrder.LITTLE_ENDIAN);
    live.putShort((short) 7).limit(3);

    ByteBuffer copy = Copies.of(live);

    assertThat(copy).isNotSameAs(live).isEqualTo(live);
    assertThat(copy.isDirect()).isFalse();
    assertThat(copy.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThat(copy.position()).isEqualTo(2);
    assertThat(copy.getShort(0)).isEqualTo((short) 7);
    assertThat(Copies.of(live.asReadOnlyBuffer()).isReadOnly()).isTrue();
  }

  @Test
  void dateOfXml() throws Uncapturable, DatatypeConfigurationException {
    XMLGregorianCalendar live =
        DatatypeFactory.newInstance().newXMLGregorianCalendar("2024-02-29T13:00:00+01:00");

    XMLGregorianCalendar copy = Copies.of(live);
    live.setDay(1);

    assertThat(copy.toXMLFormat()).isEqualTo("2024-02-29T13:00:00+01:00");
  }

  @JvmInline
  static final class Tags {
    final List<String> all;

    Tags(List<String> all) {
      this.all = all;
    }
  }

  @Test
  void valueClassStaysOne() throws Uncapturable {
    Tags live = new Tags(new ArrayList<>(Collections.singletonList("a")));

    Tags copy = Copies.of(live);
    live.all.clear();

    assertThat(copy.all).containsExactly("a");
  }
}

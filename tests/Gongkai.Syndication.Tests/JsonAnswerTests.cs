using System.Text.Json.Nodes;

namespace Gongkai.Syndication.Tests;

public sealed class JsonAnswerTests
{
    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- --> ]]> & ' \" \u2028")]
    public void What_stands_in_a_script_element_cannot_end_it(string text)
    {
        var written = JsonAnswer.ToText(new JsonObject { ["name"] = text });

        Assert.DoesNotContain('<', written);
        Assert.DoesNotContain('>', written);
        Assert.DoesNotContain('&', written);
        Assert.Equal(text, (string?)JsonNode.Parse(written)!["name"]);
    }

    [Fact]
    public void Chinese_stays_readable_and_what_has_no_value_is_left_out()
    {
        var written = JsonAnswer.ToText(JsonAnswer.Object(("name", "公积金"), ("empty", ""), ("none", null), ("list", new JsonArray()), ("object", new JsonObject()), ("zero", 0)));

        Assert.Equal("""{"name":"公积金","zero":0}""", written);
    }
}

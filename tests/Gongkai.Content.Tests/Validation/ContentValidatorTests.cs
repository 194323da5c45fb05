namespace Gongkai.Content.Tests;

public sealed class ContentValidatorTests
{
    private static readonly DefinitionSnapshot Definitions = new([Trial.Type("T")], []);

    [Theory]
    [InlineData("""{"ContentItemId":"a b","ContentType":"T"}""", "ContentItemId")]
    [InlineData("""{"ContentItemId":"a/b","ContentType":"T"}""", "ContentItemId")]
    [InlineData("""{"ContentItemId":3,"ContentType":"T"}""", "ContentItemId")]
    [InlineData("""{"ContentItemVersionId":"a%2f","ContentType":"T"}""", "ContentItemVersionId")]
    [InlineData("""{"DisplayText":3,"ContentType":"T"}""", "DisplayText")]
    [InlineData("""{"Owner":[],"ContentType":"T"}""", "Owner")]
    [InlineData("""{"Latest":"true","ContentType":"T"}""", "Latest")]
    [InlineData("""{"Published":1,"ContentType":"T"}""", "Published")]
    [InlineData("""{"CreatedUtc":"heute","ContentType":"T"}""", "CreatedUtc")]
    [InlineData("""{"PublishedUtc":0,"ContentType":"T"}""", "PublishedUtc")]
    [InlineData("""{"ContentType":"U"}""", "ContentType")]
    [InlineData("""{"ContentType":3}""", "ContentType")]
    [InlineData("""{}""", "ContentType")]
    public void An_envelope_of_wrong_shape_is_refused_at(string json, string path) => Assert.Equal([path], Validate(json));

    [Theory]
    [InlineData("""{"ContentItemId":"中文编号","ContentType":"T","CreatedUtc":"2022-01-20T01:00:00+08:00","Owner":null,"Latest":false,"Unknown":{"x":[1]}}""")]
    [InlineData("""{"ContentType":"T"}""")]
    public void An_envelope_may_lack_much_and_carry_more(string json) => Assert.Empty(Validate(json));

    [Fact]
    public void Too_long_an_id_is_refused() => Assert.Equal(["ContentItemId"], Validate($$"""{"ContentItemId":"{{new string('a', 129)}}","ContentType":"T"}"""));

    private static IEnumerable<string> Validate(string json) =>
        new ContentValidator(new([])).Validate(new(Trial.Json(json)), Definitions, Trial.Terms, forPublication: true).Select(error => error.Path);
}

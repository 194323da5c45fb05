namespace Gongkai.Content.Tests;

public sealed class DefinitionTests
{
    [Fact]
    public void Settings_are_kept_word_for_word()
    {
        const string Text = """{"A":{"x":1.50,"y":[null,"\u4E2D"]},"B":{}}""";

        Assert.Equal(Text, Trial.Settings(Text).ToJson().ToJsonString());
    }

    [Theory]
    [InlineData("""{"G":{"x":"5"}}""", 5)]
    [InlineData("""{"G":{"x":5}}""", 5)]
    [InlineData("""{"G":{"x":""}}""", null)]
    [InlineData("""{"G":{"x":true}}""", null)]
    [InlineData("""{"G":3}""", null)]
    [InlineData("{}", null)]
    public void A_number_may_be_written_as_text(string settings, int? number) => Assert.Equal(number, Trial.Settings(settings).Number("G", "x"));

    [Theory]
    [InlineData("""{"G":{"x":true}}""", true)]
    [InlineData("""{"G":{"x":"true"}}""", false)]
    [InlineData("""{"G":{"x":1}}""", false)]
    public void Only_true_is_true(string settings, bool expected) => Assert.Equal(expected, Trial.Settings(settings).IsTrue("G", "x"));

    [Fact]
    public void Lists_are_of_texts_or_of_objects_with_a_member() =>
        Assert.Equal(["a", "b"], Trial.Settings("""{"G":{"x":["a",{"name":"B","value":"b"},3]}}""").Texts("G", "x", "value"));

    [Fact]
    public void A_changed_copy_does_not_change_the_settings()
    {
        var settings = Trial.Settings("""{"G":{"x":"a"}}""");

        settings.ToJson()["G"]!["x"] = "b";

        Assert.Equal("a", settings.Text("G", "x"));
    }

    [Fact]
    public void Settings_that_say_the_same_are_equal() => Assert.Equal(Trial.Settings("""{"A":{},"B":{}}"""), Trial.Settings("""{"B":{},"A":{}}"""));

    [Fact]
    public void A_newer_definition_replaces_the_one_of_its_name_and_leaves_the_old_snapshot_alone()
    {
        var before = new DefinitionSnapshot([Trial.Type("T", ("TitlePart", "TitlePart", "{}")), Trial.Type("U")], []);

        var after = before.With([Trial.Type("T", ("P", "P", "{}"))], [new("P", DefinitionSettings.None, [new("F", "TextField", DefinitionSettings.None)])]);

        Assert.Equal(["T", "U"], after.Types.Keys.Order());
        Assert.Equal("F", Assert.Single(after.FindType("T")!.Parts[0].Fields).Name);
        Assert.NotNull(before.FindType("T")!.PartOfKind("TitlePart"));
    }

    [Fact]
    public void A_named_part_has_its_kind_and_a_part_of_fields_has_none()
    {
        var type = new DefinitionSnapshot([Trial.Type("T", ("Questions", "BagPart", "{}"), ("P", "P", "{}"))], []).FindType("T")!;

        Assert.IsType<BagPart>(type.Parts[0].Kind);
        Assert.Null(type.Parts[1].Kind);
        Assert.Equal("Questions", type.PartOfKind("BagPart")!.Name);
    }
}

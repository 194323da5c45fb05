using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Definitions;

namespace Gongkai.Desk.Tests.Definitions;

public sealed class DefinitionStepsTests
{
    public static TheoryData<string, bool> Names => new()
    {
        { "Notice", true }, { "Notice_2", true }, { "", false }, { "2Notice", false }, { "_a", false }, { "a b", false }, { "通知", false }, { "a.b", false },
        { "<script>", false }, { "ContentItemId", false }, { "contentitemid", false }, { "Terms", false }, { new string('a', 64), true }, { new string('a', 65), false }, { new string('a', 100_000), false },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_technical_name_is_checked(string name, bool isGood) => Assert.Equal(isGood, DefinitionSteps.FaultOfName(name) is null);

    [Theory]
    [InlineData("通知公告", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("", false)]
    [InlineData("a\0", false)]
    [InlineData("a\nb", false)]
    public void What_people_call_a_type_is_checked(string name, bool isGood) => Assert.Equal(isGood, DefinitionSteps.FaultOfDisplayName(name) is null);

    public static TheoryData<string, SettingShape, string, string?, string?> Settings => new()
    {
        { "TextField", SettingShape.Text, " 填写 ", "\"填写\"", null },
        { "TextField", SettingShape.Text, new string('长', 100_000), null, "太长，最多 500 个字符。" },
        { "TextField", SettingShape.Text, "坏\0", null, "含有不能保存的字符。" },
        { "TextField", SettingShape.Flag, "true", "true", null },
        { "TextField", SettingShape.Flag, "", "false", null },
        { "TextField", SettingShape.Choice, "TextArea", "\"TextArea\"", null },
        { "TextField", SettingShape.Choice, "<b>", null, "请从列表中选择。" },
        { "TextField", SettingShape.Options, "甲\r\n\r\n乙|2\r\n甲", """[{"name":"甲","value":"甲"},{"name":"乙","value":"2"}]""", null },
        { "NumericField", SettingShape.Number, "1.5", "\"1.5\"", null },
        { "NumericField", SettingShape.Number, "", "null", null },
        { "NumericField", SettingShape.Number, "多", null, "请填写数字。" },
        { "ContentPickerField", SettingShape.Types, "A\nB", """["A","B"]""", null },
        { "MediaField", SettingShape.FlagUnlessSet, "", "false", null },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_written_as_it_is_read_back_or_refused(string kind, SettingShape shape, string given, string? json, string? fault)
    {
        var setting = FieldSettings.Of(kind).First(one => one.Shape == shape);
        var settings = new JsonObject();

        Assert.Equal(fault, FieldSettings.Write(setting, given, settings));

        if (json is null)
        {
            Assert.Empty(settings);
            return;
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), settings[setting.Group]![setting.Name]));
        var again = new JsonObject();
        FieldSettings.Write(setting, FieldSettings.ValueOf(setting, new(settings)), again);
        Assert.True(JsonNode.DeepEquals(settings, again));
    }

    [Fact]
    public void Every_kind_of_field_has_settings_and_none_twice() => Assert.All(ContentKinds.FieldNames, kind =>
    {
        var keys = FieldSettings.Of(kind).Select(setting => setting.Key).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Distinct(), keys);
    });

    [Fact]
    public void A_type_is_made_changed_and_taken_apart_by_steps_of_recipes()
    {
        var step = DefinitionSteps.New("Notice", "通知", ["TitlePart"], ["Creatable"]);
        var type = DefinitionJson.ReadType(step.Objects("ContentTypes").Single());
        var part = DefinitionJson.ReadPart(step.Objects("ContentParts").Single());
        var definitions = DefinitionSnapshot.Empty.With([type], [part with { Fields = [new("Number", "TextField", DefinitionSettings.None)] }]);

        Assert.Equal(["TitlePart", "Notice"], type.Parts.Select(one => one.Name));
        Assert.True(type.Settings.IsTrue("ContentTypeSettings", "Creatable"));
        Assert.Equal("ReplaceContentDefinition", DefinitionSteps.RemoveField(definitions.Parts["Notice"], "Number").Text("name"));
        Assert.Empty(DefinitionJson.ReadPart(DefinitionSteps.RemoveField(definitions.Parts["Notice"], "Number").Objects("ContentParts").Single()).Fields);
        Assert.Equal(["Notice"], DefinitionJson.ReadType(DefinitionSteps.RemovePart(type, "TitlePart").Objects("ContentTypes").Single()).Parts.Select(one => one.Name));
        Assert.Equal(["Notice"], DefinitionSteps.Delete(definitions, "Notice").Texts("ContentParts"));
        Assert.DoesNotContain("TitlePart", DefinitionSteps.PartsFor(definitions, "Notice"));
        Assert.DoesNotContain("TermPart", DefinitionSteps.PartsFor(definitions, "Notice"));
    }

    [Fact]
    public void A_part_that_another_type_has_is_not_deleted_with_the_type_of_its_name()
    {
        var notice = DefinitionJson.ReadType(DefinitionSteps.New("Notice", "通知", [], []).Objects("ContentTypes").Single());
        var other = DefinitionJson.ReadType(DefinitionSteps.New("Other", "另一个", ["Notice"], []).Objects("ContentTypes").Single());
        var definitions = new DefinitionSnapshot([notice, other], [new("Notice", DefinitionSettings.None, [])]);

        Assert.Empty(DefinitionSteps.Delete(definitions, "Notice").Texts("ContentParts"));
    }
}

using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Catalogue.Standards;

/// <summary>The part <c>StandardItem</c>: one row of a standard catalogue (基层政务公开标准目录).</summary>
public sealed class StandardItemPart : IPartView<StandardItemPart>
{
    private StandardItemPart(JsonObject json) => Json = json;

    /// <inheritdoc/>
    public static string PartName => "StandardItem";

    /// <summary>The part's JSON.</summary>
    public JsonObject Json { get; }

    /// <summary>领域, as 户籍管理.</summary>
    public string Field => Json.TextField("Field") ?? "其他";

    /// <summary>序号 within the field.</summary>
    public decimal? Number => Json.NumericField("Number");

    /// <summary>一级事项.</summary>
    public string FirstLevel => Json.TextField("FirstLevel") ?? "";

    /// <summary>二级事项.</summary>
    public string? SecondLevel => Json.TextField("SecondLevel");

    /// <summary>公开内容（要素）.</summary>
    public string? Content => Json.TextField("Content");

    /// <summary>公开时限.</summary>
    public string? TimeLimit => Json.TextField("TimeLimit");

    /// <summary>公开主体.</summary>
    public string? Subject => Json.TextField("Subject");

    /// <summary>公开方式: 主动 or 依申请.</summary>
    public string? Mode => Json.TextField("Mode");

    /// <summary>公开层级: 县级, 乡级 or both.</summary>
    public IReadOnlyList<string> Levels => Json.Child("Levels")?.Texts("Values") ?? [];

    /// <summary>公开渠道和载体.</summary>
    public IReadOnlyList<string> Channels => Json.Child("Channels")?.Texts("Values") ?? [];

    /// <inheritdoc/>
    public static StandardItemPart Over(JsonObject part) => new(part);
}

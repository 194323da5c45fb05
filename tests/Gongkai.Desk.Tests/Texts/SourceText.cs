using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gongkai.Desk.Tests.Texts;

/// <summary>A Chinese text in the code, as <c>Wording</c> keeps it: values as <c>{0}</c>, <c>{1}</c>.</summary>
/// <param name="Place">The file and its line.</param>
/// <param name="Key">The text.</param>
/// <param name="Node">Where it stands.</param>
public sealed record SourceText(string Place, string Key, ExpressionSyntax Node)
{
    /// <summary>Whether values are in it already, so that it would be no key.</summary>
    public bool HasValues => Node is InterpolatedStringExpressionSyntax interpolated && interpolated.Contents.OfType<InterpolationSyntax>().Any();

    /// <summary>The Chinese texts of a file that people may read: none of attributes (patterns) and of what is logged.</summary>
    public static IEnumerable<SourceText> In(string path)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path));
        foreach (var node in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>())
        {
            var key = node switch
            {
                InterpolatedStringExpressionSyntax interpolated => KeyOf(interpolated),
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
                _ => "",
            };
            if (IsChinese(key) && !node.Ancestors().Any(IsForNobody))
                yield return new($"{Path.GetFileName(path)}({tree.GetLineSpan(node.Span).StartLinePosition.Line + 1})", key, node);
        }
    }

    private static string KeyOf(InterpolatedStringExpressionSyntax interpolated)
    {
        var values = 0;
        return string.Concat(interpolated.Contents.Select(content => content switch
        {
            // A brace stands twice in it, as in a key.
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            _ => string.Create(CultureInfo.InvariantCulture, $"{{{values++}}}"),
        }));
    }

    private static bool IsForNobody(SyntaxNode node) => node is AttributeSyntax
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "LogError" or "LogWarning" or "LogInformation" } };

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>Addresses that items once had, and how items were withdrawn.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125200100_FormerAddresses")]
internal sealed class FormerAddresses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "FormerRoutes",
            columns: table => new
            {
                Path = table.Column<string>(nullable: false),
                ContentItemId = table.Column<string>(nullable: false),
                ContainedItemId = table.Column<string>(nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_FormerRoutes", x => x.Path));

        migrationBuilder.CreateTable(
            name: "Withdrawals",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false),
                Way = table.Column<int>(nullable: false),
                TargetId = table.Column<string>(nullable: true),
                TargetPath = table.Column<string>(nullable: true),
                Redirects = table.Column<bool>(nullable: false),
                Explanation = table.Column<string>(nullable: true),
                AtUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Withdrawals", x => x.ContentItemId));

        migrationBuilder.CreateIndex(
            name: "IX_FormerRoutes_ContentItemId",
            table: "FormerRoutes",
            column: "ContentItemId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "FormerRoutes");
        migrationBuilder.DropTable(name: "Withdrawals");
    }
}
